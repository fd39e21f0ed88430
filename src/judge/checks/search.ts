import { message } from '../../messages/sentence.ts';
import { failure, type Check } from '../check.ts';
import { searchedRuns } from '../evidence.ts';

/** The submission asked MLflow for runs. */
export function runsSearched(): Check {
  return {
    id: 'search',
    points: 1,
    needs: [],
    sentence: message('search.sentence'),
    hint: message('search.hint'),
    test: (snapshot) => (searchedRuns(snapshot) ? null : failure(message('search.none'))),
  };
}
