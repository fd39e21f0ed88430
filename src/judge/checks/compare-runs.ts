import { message } from '../../messages/sentence.ts';
import { failure, type Check, type Failure } from '../check.ts';
import { asList, asObject, show } from '../shape.ts';
import type { Json, Snapshot } from '../snapshot.ts';
import { runsSearched } from './search.ts';

/** Exercise 06: the five best runs by accuracy, best first, found by a search. */
export const compareRunsChecks: readonly Check[] = [
  runsSearched(),
  {
    id: 'five-runs',
    points: 1,
    needs: [],
    sentence: message('runs.count.sentence'),
    hint: message('runs.count.hint'),
    test: ({ returned }) => {
      const list = asList(returned);
      if (list === null) return failure(message('runs.not-a-list', { seen: show(returned) }));
      return list.length === 5
        ? null
        : failure(message('runs.count.wrong', { count: list.length }));
    },
  },
  {
    id: 'best-runs',
    points: 2,
    needs: [],
    sentence: message('runs.best.sentence'),
    hint: message('runs.best.hint'),
    test: (snapshot) => {
      const ids = returnedIds(snapshot.returned);
      if (ids.length === 0)
        return failure(message('runs.not-a-list', { seen: show(snapshot.returned) }));
      const twice = ids.find((id, i) => ids.indexOf(id) !== i);
      if (twice !== undefined) return failure(message('runs.best.twice', { id: twice }));
      for (const id of ids) {
        const wrong = explain(snapshot, id);
        if (wrong !== null) return wrong;
      }
      return null;
    },
  },
  {
    id: 'best-first',
    points: 2,
    needs: ['best-runs'],
    sentence: message('runs.order.sentence'),
    hint: message('runs.order.hint'),
    test: (snapshot) => {
      const ranks = returnedIds(snapshot.returned).map((id) => rankOf(snapshot, id) ?? 0);
      return ranks.every((rank, i) => i === 0 || rank > (ranks[i - 1] ?? 0))
        ? null
        : failure(
            message('runs.order.wrong', { seen: ranks.map((rank) => `#${rank}`).join(', ') }),
          );
    },
  },
];

function explain(snapshot: Snapshot, id: string): Failure | null {
  const run = snapshot.arranged.runs.find((candidate) => candidate.id === id);
  if (run === undefined) return failure(message('runs.best.unknown', { id }));
  const { name } = run;
  if (run.deleted) return failure(message('runs.best.deleted', { name }));
  if (run.accuracy === null) return failure(message('runs.best.no-accuracy', { name }));
  return run.rank !== null && run.rank <= 5 ? null : failure(message('runs.best.wrong', { name }));
}

function rankOf(snapshot: Snapshot, id: string): number | null {
  return snapshot.arranged.runs.find((run) => run.id === id)?.rank ?? null;
}

/** Runs as the client gives them, or their ids alone. */
function returnedIds(returned: Json): string[] {
  return (asList(returned) ?? []).map((item) => {
    if (typeof item === 'string') return item;
    const id = asObject(asObject(item)?.['info'])?.['runId'] ?? asObject(item)?.['runId'];
    return typeof id === 'string' ? id : show(item);
  });
}
