import { downloaded } from './evidence.ts';
import { asList, asNumbers, asObject, sameNumbers } from './shape.ts';
import type { ArrangedRun, Json, ModelFact, Snapshot } from './snapshot.ts';

/**
 * What a Python submission left in its variables and printed, as its own process tells it. It stands for what a
 * TypeScript one returns, and is worth as little by itself: checks compare it with what MLflow holds.
 */
export interface PythonValues {
  /** Lists of one to a hundred numbers, in the order in which they were first seen. */
  readonly predictions: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Runs, by their ids. */
  readonly runs: readonly { readonly name: string; readonly ids: readonly string[] }[];
  /** What each cell printed; a script is one. */
  readonly printed: readonly string[];
}

/** Turns values into what the exercise's checks expect to have been returned. */
export type FromPython = (values: PythonValues, snapshot: Snapshot) => Json;

/** The values in a report; what has another shape is left out. */
export function toPythonValues(returned: Json): PythonValues {
  const found = asObject(returned);
  const named = (key: string) =>
    (asList(found?.[key]) ?? []).map((item) => {
      const name = asObject(item)?.['name'];
      return { fields: asObject(item), name: typeof name === 'string' ? name : '' };
    });
  return {
    predictions: named('predictions').flatMap(({ fields, name }) => {
      const values = asNumbers(fields?.['values']);
      return values === null ? [] : { name, values };
    }),
    runs: named('runs').map(({ fields, name }) => ({
      name,
      ids: (asList(fields?.['ids']) ?? []).filter((id) => typeof id === 'string'),
    })),
    printed: named('printed').flatMap(({ fields }) => {
      const text = fields?.['text'];
      return typeof text === 'string' ? text : [];
    }),
  };
}

/** Exercise 06: the list of runs that is right, else the one that was most likely meant. */
export const fiveBestRuns: FromPython = ({ runs, printed }, { arranged }) => {
  const right = [1, 2, 3, 4, 5].flatMap(
    (rank) => arranged.runs.find((run) => run.rank === rank)?.id ?? [],
  );
  const lists = [
    ...runs.map(({ name, ids }) => ({ name, ids })),
    ...printed.map((text) => ({ name: '', ids: runsIn(text, arranged.runs) })),
  ].filter(({ ids }) => ids.length > 0);
  const meant =
    lists.find(({ ids }) => ids.join() === right.join()) ??
    lists.find(({ name }) => name === 'best_runs') ??
    lists.findLast(({ ids }) => ids.length > 1) ??
    lists.at(-1);
  return meant?.ids ?? null;
};

/** The arranged runs that a text names, in the order of their first mention. */
function runsIn(text: string, runs: readonly ArrangedRun[]): string[] {
  return runs
    .map(({ id, name }) => ({ id, at: firstOf(text.indexOf(id), text.indexOf(name)) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

const firstOf = (a: number, b: number) => (a < 0 ? b : b < 0 ? a : Math.min(a, b));

/** Exercise 09: the run whose model was loaded, and five predictions. */
export const bestRunAndPredictions: FromPython = (values, snapshot) => {
  const { runs, bestModel } = snapshot.arranged;
  const best = runs.find(({ rank }) => rank === 1)?.id ?? null;
  const single = values.runs.filter(({ ids }) => ids.length === 1);
  const named = single.find(({ name }) => name === 'best_run') ?? single.at(-1);
  const runId =
    bestModel !== null && downloaded(snapshot, bestModel) ? best : (named?.ids[0] ?? null);
  const predictions = bestModel === null ? null : meantNumbers(values, bestModel, 'predictions', 5);
  return { runId, predictions: predictions === null ? [] : [...predictions] };
};

/** Exercise 10: the predictions of the model loaded both ways. */
export function bothPredictions(runName: string): FromPython {
  return (values, { runs }) => {
    const run = runs.find(({ name, status }) => name === runName && status === 'FINISHED');
    const model = run?.models.find(({ name }) => name === 'model');
    const of = (name: string) =>
      model === undefined ? [] : [...(meantNumbers(values, model, name, 5) ?? [])];
    return { latest: of('predictions_latest'), byNumber: of('predictions_by_number') };
  };
}

/** Exercise 11: the three labels that the model server answered. */
export const servedPredictions: FromPython = (values, { arranged }) => {
  const { version } = arranged;
  if (version === null) return null;
  return [...(meantNumbers(values, version.model, 'served_predictions', 3) ?? [])];
};

/**
 * The numbers that are what a model predicts for the first rows; else those of that name; else the last as long as
 * they should be.
 */
function meantNumbers(
  { predictions, printed }: PythonValues,
  { firstPredictions }: ModelFact,
  name: string,
  count: number,
): readonly number[] | null {
  const expected = firstPredictions.slice(0, count);
  const all = [
    ...predictions,
    ...printed.flatMap(numbersIn).map((values) => ({ name: '', values })),
  ];
  const meant =
    all.findLast((one) => one.name === name) ??
    all.find(({ values }) => sameNumbers(values, expected));
  return (meant ?? all.findLast(({ values }) => values.length === count))?.values ?? null;
}

/** Arrays as Python and NumPy print them: `[0 1 0 0 1]`, `[0, 1, 0, 0, 1]`; or a label at the end of each line. */
function numbersIn(text: string): number[][] {
  const arrays = [...text.matchAll(/\[([\d\s.,]{1,400})\]/g)].map(([, inside = '']) =>
    inside
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(Number),
  );
  return [...arrays, ...columnsIn(text)];
}

/** The labels at the end of lines that follow each other, as pandas prints a Series and people print one by one. */
function columnsIn(text: string): number[][] {
  const columns: number[][] = [[]];
  for (const line of text.split('\n')) {
    const [, last] = /(?:^|[\s:=])([01])(?:\.0*)?$/.exec(line.trimEnd()) ?? [];
    if (last === undefined) columns.push([]);
    else columns.at(-1)?.push(Number(last));
  }
  return columns.filter(({ length }) => length > 1 && length <= 100);
}
