import { message } from '../../messages/sentence.ts';
import { about, failure, type Check, type Failure } from '../check.ts';
import { downloaded, lastDownload } from '../evidence.ts';
import { asList, asNumbers, asObject, sameNumbers, show } from '../shape.ts';
import type { ModelFact, Snapshot } from '../snapshot.ts';
import { digits } from './model.ts';
import { runsSearched } from './search.ts';

/** Exercise 09: the best run found, its model loaded, five rows predicted; all three seen by the grader. */
export const bestModelChecks: readonly Check[] = [
  runsSearched(),
  {
    id: 'best-run',
    points: 2,
    needs: [],
    sentence: message('best.run.sentence'),
    hint: message('best.run.hint'),
    test: explainRun,
  },
  {
    id: 'model-loaded',
    points: 2,
    needs: [],
    sentence: message('best.loaded.sentence'),
    hint: message('best.loaded.hint'),
    test: (snapshot) => {
      if (downloaded(snapshot, bestModel(snapshot))) return null;
      const other = lastDownload(snapshot);
      return other === undefined
        ? failure(message('best.loaded.none'))
        : about({ kind: 'loaded', request: other }, failure(message('best.loaded.other')));
    },
  },
  {
    id: 'five-rows',
    points: 1,
    needs: [],
    sentence: message('best.five.sentence'),
    hint: message('best.five.hint'),
    test: ({ returned }) => {
      const predictions = asList(asObject(returned)?.['predictions']);
      if (predictions === null) return failure(message('best.run.shape', { seen: show(returned) }));
      return predictions.length === 5
        ? null
        : failure(message('best.five.wrong', { count: predictions.length }));
    },
  },
  {
    id: 'predictions',
    points: 2,
    needs: ['best-run', 'five-rows'],
    sentence: message('best.predictions.sentence'),
    hint: message('best.predictions.hint'),
    test: (snapshot) => {
      const returned = asObject(snapshot.returned)?.['predictions'];
      const predictions = asNumbers(returned);
      return predictions !== null && sameNumbers(predictions, bestModel(snapshot).firstPredictions)
        ? null
        : failure(message('best.predictions.wrong', { seen: show(returned) }));
    },
  },
];

function explainRun(snapshot: Snapshot): Failure | null {
  const id = asObject(snapshot.returned)?.['runId'];
  if (typeof id !== 'string') {
    return failure(message('best.run.shape', { seen: show(snapshot.returned) }));
  }
  const { runs } = snapshot.arranged;
  const run = runs.find((candidate) => candidate.id === id);
  if (run === undefined) return failure(message('best.run.unknown', { id }));
  const { name, status } = run;
  if (run.rank === 1) return null;
  if (run.deleted) return failure(message('best.run.deleted', { name }));
  if (status !== 'FINISHED') return failure(message('best.run.unfinished', { name, status }));
  if (run.accuracy === null) return failure(message('best.run.no-accuracy', { name }));
  const last = Math.max(...runs.map((candidate) => candidate.rank ?? 0));
  return run.rank === last
    ? failure(message('best.run.worst', { name }))
    : failure(message('best.run.other', { name, seen: digits(run.accuracy) }));
}

function bestModel(snapshot: Snapshot): ModelFact {
  const { bestModel: model } = snapshot.arranged;
  if (model === null) throw new Error('no best model was arranged');
  return model;
}
