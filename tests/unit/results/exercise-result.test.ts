import { expect, test } from 'vitest';
import { graders } from '../../../graders/index.ts';
import { judge } from '../../../src/judge/judge.ts';
import { exerciseResult, type GradedExercise } from '../../../src/results/exercise-result.ts';
import { requestWith, snapshotWith } from '../judge/snapshots.ts';

const [grader] = graders;
if (grader === undefined) throw new Error('there are graders');

const { execution } = snapshotWith();
const snapshot = snapshotWith({
  exercise: grader.name,
  execution: { ...execution, output: 'accuracy 0.8', outcome: 'threw', exitCode: 1 },
  requests: [requestWith({ path: '/api/2.0/mlflow/runs/create' })],
});
const told: GradedExercise = {
  verdict: judge(grader, snapshot),
  snapshot,
  trouble: { fr: 'une erreur', en: 'an error' },
  notes: [{ fr: 'une note', en: 'a note' }],
  output: 'accuracy 0.8',
  url: 'http://localhost:5000/#/experiments/1/runs/r1',
  memoryBytes: 1000,
  file: { kind: 'notebook', source: 'part3.ipynb', path: 'a/file-1.ipynb', sha256: 'a'.repeat(64) },
  ranWith: null,
  figures: [{ artifact: 'a.png', path: 'a/figure-1.png' }],
  snapshotPath: 'a/snapshot.json',
};

test('of a file that ran once for several exercises, the run is told with one and the verdict with each', () => {
  const first = exerciseResult(told);
  const other = exerciseResult({ ...told, ranWith: '03-model-artifact' });
  expect(first).toMatchObject({ output: 'accuracy 0.8', memoryBytes: 1000 });
  expect(first.timeline).toHaveLength(1);
  expect('ranWith' in first).toBe(false);
  expect(other).toEqual({
    ...first,
    ranWith: '03-model-artifact',
    durationMs: null,
    limitMs: null,
    memoryBytes: null,
    notes: [],
    output: '',
    timeline: [],
  });
});

test('the place of an error is told unless it is none', () => {
  const at = (line: number | null, cell?: number | null) => {
    const error = { name: 'E', message: 'm', line, ...(cell !== undefined && { cell }) };
    const ended = { ...snapshot, execution: { ...snapshot.execution, error } };
    return exerciseResult({ ...told, snapshot: ended }).troubleAt;
  };
  expect([at(12), at(3, 7), at(3, null)]).toEqual([
    { cell: null, line: 12 },
    { cell: 7, line: 3 },
    { cell: null, line: 3 },
  ]);
  expect([at(null), at(0), at(-1, 2), at(1, 0)]).toEqual(Array(4).fill(undefined));
});
