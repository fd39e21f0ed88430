import { expect, test } from 'vitest';
import type { Check } from '../../../src/judge/check.ts';
import { defineGrader } from '../../../src/judge/grader.ts';
import { judge } from '../../../src/judge/judge.ts';
import { message } from '../../../src/messages/sentence.ts';
import { snapshotWith } from './snapshots.ts';

const text = { fr: 'f', en: 'e' };
const check = (id: string, changes: Partial<Check> = {}): Check => ({
  id,
  points: 1,
  needs: [],
  sentence: text,
  hint: text,
  test: () => null,
  ...changes,
});
const fails = { test: () => ({ message: text }) };
const graderOf = (...checks: Check[]) =>
  defineGrader({ name: '00-x', title: text, hints: [text, text, text], checks });
const outcomes = (...checks: Check[]) =>
  judge(graderOf(...checks), snapshotWith()).checks.map(({ id, outcome, blockedBy }) => [
    id,
    outcome,
    blockedBy,
  ]);

test('points are those of the checks that passed', () => {
  const verdict = judge(graderOf(check('a', { points: 3 }), check('b', fails)), snapshotWith());
  expect(verdict).toMatchObject({ points: 3, maxPoints: 4, passed: false, outcome: 'graded' });
});

test('a check whose need failed is skipped, and names the first cause', () => {
  expect(
    outcomes(check('a', fails), check('b', { needs: ['a'] }), check('c', { needs: ['b'] })),
  ).toEqual([
    ['a', 'failed', null],
    ['b', 'skipped', 'a'],
    ['c', 'skipped', 'a'],
  ]);
});

test('a check that throws is broken: ours, not the student’s', () => {
  const broken = check('a', {
    test: () => {
      throw new Error('oops');
    },
  });
  const verdict = judge(graderOf(broken), snapshotWith());
  expect(verdict).toMatchObject({ broken: true, passed: false });
  expect(verdict.checks[0]).toMatchObject({
    outcome: 'broken',
    brokenBecause: 'oops',
    failure: null,
  });
});

test('a failure without a hint of its own carries the check’s', () => {
  const verdict = judge(
    graderOf(check('a', { ...fails, hint: { fr: 'aide', en: 'help' } })),
    snapshotWith(),
  );
  expect(verdict.checks[0]?.failure?.hint).toEqual({ fr: 'aide', en: 'help' });
});

test('a submission that crashed has not passed, whatever MLflow holds', () => {
  const { execution } = snapshotWith();
  const crashed = snapshotWith({ execution: { ...execution, outcome: 'exited', exitCode: 0 } });
  expect(judge(graderOf(check('a')), crashed)).toMatchObject({
    outcome: 'crashed',
    passed: false,
    points: 1,
  });
});

test('of a file of several exercises one of which everything is right has passed, however the file ended', () => {
  const { execution } = snapshotWith();
  const ended = { execution: { ...execution, outcome: 'timed-out' as const }, part: true };
  expect(judge(graderOf(check('a')), snapshotWith(ended))).toMatchObject({
    outcome: 'graded',
    passed: true,
  });
  expect(judge(graderOf(check('a', fails)), snapshotWith(ended))).toMatchObject({
    outcome: 'timed-out',
    passed: false,
  });
});

test('a submission whose returned value cannot be read is judged by what MLflow holds', () => {
  const { execution } = snapshotWith();
  const error = { name: 'UnreadableReturn', message: 'no JSON', line: null };
  const unreadable = { ...execution, outcome: 'unreadable-return' as const, error };
  expect(judge(graderOf(check('a')), snapshotWith({ execution: unreadable }))).toMatchObject({
    outcome: 'graded',
    passed: true,
  });
});

test('who wrote Python reads Python, and the check’s own hint where the failure has none', () => {
  const seen = { sentence: message('runs.count.sentence'), hint: message('best.five.hint') };
  const failed = check('a', { ...seen, test: () => ({ message: message('runs.not-a-list') }) });
  const told = (language: 'python' | 'typescript') => {
    const [result] = judge(graderOf(failed), snapshotWith({ language })).checks;
    return [result?.sentence, result?.failure?.message, result?.failure?.hint];
  };
  expect(told('python')).toEqual([
    { key: 'runs.count.sentence.python' },
    { key: 'runs.not-a-list.python' },
    { key: 'best.five.hint.python' },
  ]);
  expect(told('typescript')).toEqual([
    { key: 'runs.count.sentence' },
    { key: 'runs.not-a-list' },
    { key: 'best.five.hint' },
  ]);
});
