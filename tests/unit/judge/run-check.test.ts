import { expect, test } from 'vitest';
import { runFinished } from '../../../src/judge/checks/run.ts';
import { said } from './messages-of.ts';
import { runWith, snapshotWith } from './snapshots.ts';

const check = runFinished('a-run');

test('a FINISHED run in the workshop experiment passes', () => {
  expect(said(check, snapshotWith({ runs: [runWith()] }))).toBeNull();
});

test('no run at all is said as such', () => {
  expect(said(check, snapshotWith())).toBe('No run was created; expected: "a-run".');
});

test('a run of an earlier time does not count', () => {
  expect(said(check, snapshotWith({ earlierRunNames: ['a-run'] }))).toContain(
    'from an earlier time',
  );
});

test('a near name is named', () => {
  expect(said(check, snapshotWith({ runs: [runWith({ name: 'a-rum' })] }))).toBe(
    'No run "a-run"; you created "a-rum".',
  );
});

test('far names are listed', () => {
  const runs = [runWith({ name: 'something-else' }), runWith({ name: 'another' })];
  expect(said(check, snapshotWith({ runs }))).toBe(
    'No run "a-run"; runs found: something-else, another.',
  );
});

test('a run in another experiment names both experiments', () => {
  const runs = [runWith({ experimentName: 'Default' })];
  expect(said(check, snapshotWith({ runs }))).toBe(
    'The run "a-run" is in the experiment "Default"; expected: "workshop-churn-learning".',
  );
});

test('a deleted run is said to be deleted', () => {
  expect(said(check, snapshotWith({ runs: [runWith({ deleted: true })] }))).toContain(
    'was deleted',
  );
});

test('a run left RUNNING and a FAILED run are told apart', () => {
  expect(said(check, snapshotWith({ runs: [runWith({ status: 'RUNNING' })] }))).toContain(
    'left RUNNING',
  );
  expect(said(check, snapshotWith({ runs: [runWith({ status: 'FAILED' })] }))).toContain(
    'is FAILED',
  );
});

test('a FAILED run names the error that ended it, and no other trouble', () => {
  const runs = [runWith({ status: 'FAILED' })];
  const { execution } = snapshotWith();
  const error = {
    name: 'NotFittedError',
    message: 'raw',
    line: 3,
    code: 'NOT_FITTED',
    values: { model: 'StandardScaler' },
  };
  const threw = snapshotWith({ runs, execution: { ...execution, outcome: 'threw', error } });
  expect(said(check, threw)).toContain('is FAILED: This StandardScaler is not fitted yet');
  const outcome = 'unreadable-return';
  const returned = snapshotWith({ runs, execution: { ...execution, outcome, error } });
  expect(said(check, returned)).toContain('is FAILED: an error happened during the run.');
});

test('of several runs the latest FINISHED one counts', () => {
  const runs = [runWith({ id: 'new', status: 'FAILED' }), runWith({ id: 'old' })];
  expect(said(check, snapshotWith({ runs }))).toBeNull();
});
