import { expect, test } from 'vitest';
import { diffMarks } from '../../../src/bulk/marks-diff.ts';
import { planGrading } from '../../../src/bulk/plan.ts';
import { rateOf } from '../../../src/bulk/rate.ts';
import type { StoredResult } from '../../../src/bulk/stored-result.ts';
import { workspaceName } from '../../../src/bulk/workspace-name.ts';
import type { Submission } from '../../../src/submissions/submission.ts';
import { gradedSubmission, infraError } from '../results/sample-class.ts';

const submission = (id: string, contentHash = 'h'): Submission => ({
  id,
  name: id,
  identity: {},
  late: null,
  source: id,
  files: {},
  ignored: [],
  problem: null,
  contentHash,
});

const stored = (result: StoredResult['result'], rulesHash = 'now'): [string, StoredResult] => [
  result.id,
  { schema: 'stored-result/v1', rulesHash, result },
];

const graded = (id: string, points: number, contentHash = 'h') => ({
  ...gradedSubmission(id),
  points,
  contentHash,
});

test('what is new, was changed or met trouble of ours is graded; the rest is kept', () => {
  const before = new Map([
    stored(graded('done', 5)),
    stored(graded('changed', 5, 'older')),
    stored(infraError('trouble', { contentHash: 'h' })),
    stored(graded('old-rules', 5), 'earlier'),
  ]);
  const all = ['done', 'changed', 'trouble', 'old-rules', 'new'].map((id) => submission(id));
  const plan = planGrading(all, before, { rulesHash: 'now', regrade: false });
  expect(plan.toGrade.map(({ id }) => id)).toEqual(['changed', 'trouble', 'new']);
  expect(plan.kept.map(({ result }) => result.id)).toEqual(['done', 'old-rules']);
  expect(plan.outdated).toBe(1);
});

test('only those that are named are graded again', () => {
  const before = new Map([stored(graded('a', 5)), stored(graded('b', 5))]);
  const options = { rulesHash: 'now', regrade: true, only: new Set(['b']) };
  const plan = planGrading([submission('a'), submission('b')], before, options);
  expect(plan.toGrade.map(({ id }) => id)).toEqual(['b']);
  expect(plan.kept.map(({ result }) => result.id)).toEqual(['a']);
});

test('marks that rose and fell are told apart; trouble of ours is neither', () => {
  const before = new Map(
    [graded('up', 1), graded('down', 5), graded('same', 3)].map((one) => [one.id, one] as const),
  );
  const after = [graded('up', 2), graded('down', 4), graded('same', 3), infraError('up')];
  const diff = diffMarks(before, after);
  expect(diff.gain.map(({ id, before, after }) => [id, before, after])).toEqual([['up', 1, 2]]);
  expect(diff.lose.map(({ id }) => id)).toEqual(['down']);
  expect(diff.same).toBe(1);
});

test('the time left is what the rest takes at the rate so far', () => {
  expect(rateOf(10, 20, 60_000)).toEqual({ perMinute: 10, secondsLeft: 120 });
  expect(rateOf(0, 20, 0)).toEqual({ perMinute: 0, secondsLeft: null });
});

test.for([['Marie-Dupont_1234567'], ['=cmd'], ['x'.repeat(200)], ['---']])(
  'the workspace of %s has a name that MLflow takes, never twice',
  ([id = '']) => {
    expect(workspaceName(id)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/);
    expect(workspaceName(id)).not.toBe(workspaceName(id));
  },
);
