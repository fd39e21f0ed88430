import { expect, test } from 'vitest';
import { filledTag, metric, param } from '../../../src/judge/checks/values.ts';
import { hinted, said } from './messages-of.ts';
import { runWith, snapshotWith } from './snapshots.ts';

const run = runWith();
const other = runWith({
  id: 'r2',
  name: 'calm-owl-12',
  params: { max_depth: '5' },
  metrics: { f1: 0.5 },
  tags: { author: 'Ada' },
});
const checks = [
  metric('a-run', 'f1'),
  param('a-run', 'max_depth', 5),
  filledTag('a-run', 'author'),
];

test('what was logged in another run is said to be there', () => {
  const snapshot = snapshotWith({ runs: [other, run] });
  expect(checks.map((check) => said(check, snapshot))).toEqual([
    'f1 was logged in the run "calm-owl-12", not in "a-run".',
    'max_depth was logged in the run "calm-owl-12", not in "a-run".',
    'The tag author was set on the run "calm-owl-12", not on "a-run".',
  ]);
  expect(checks.map((check) => hinted(check, snapshot))).toEqual([
    'Log f1 between startRun and the end of that run.',
    'Log max_depth between startRun and the end of that run.',
    'Log author between startRun and the end of that run.',
  ]);
});

test('a run opened twice under one name is said to be two runs', () => {
  const runs = [run, runWith({ ...other, name: 'a-run' })];
  const [check] = checks;
  expect(check && said(check, snapshotWith({ runs }))).toBe(
    'f1 was logged in another run of the same name, "a-run".',
  );
});

test('what a deleted run holds is missing', () => {
  const runs = [run, { ...other, deleted: true }];
  const [check] = checks;
  expect(check && said(check, snapshotWith({ runs }))).toBe(
    'Metric f1 missing: the run has no metrics.',
  );
});

test('another run is named before a near spelling, a wrong kind before both', () => {
  const near = runWith({ metrics: { f1_: 0.5 } });
  const kind = runWith({ params: { f1: '0.5' } });
  const [check] = checks;
  expect(check && said(check, snapshotWith({ runs: [near, other] }))).toContain('"calm-owl-12"');
  expect(check && said(check, snapshotWith({ runs: [kind, other] }))).toContain('as a parameter');
});

test('a near spelling is hinted at with the right one', () => {
  const runs = [runWith({ metrics: { accuracyy: 0.5 } })];
  expect(hinted(metric('a-run', 'accuracy'), snapshotWith({ runs }))).toBe(
    'The name must be exactly accuracy.',
  );
});

test.for(['f1_score', 'test-f1'])('%s is taken for f1, and the right name said', (key) => {
  const runs = [runWith({ metrics: { accuracy: 0.5, [key]: 0.5 } })];
  const [check] = checks;
  expect(check && said(check, snapshotWith({ runs }))).toContain(`"${key}"`);
  expect(check && hinted(check, snapshotWith({ runs }))).toBe('The name must be exactly f1.');
});

test('a metric in percent is hinted at with its share', () => {
  const runs = [runWith({ metrics: { accuracy: 81 } })];
  expect(hinted(metric('a-run', 'accuracy'), snapshotWith({ runs }))).toBe(
    'A score is a share: 0.85, not 85. Log accuracy as metrics computes it.',
  );
});
