import { expect, test } from 'vitest';
import { filledTag, metric, param, tag } from '../../../src/judge/checks/values.ts';
import { said } from './messages-of.ts';
import { runWith, snapshotWith } from './snapshots.ts';

const snapshot = (changes: Parameters<typeof runWith>[0]) =>
  snapshotWith({ runs: [runWith(changes)] });
const learningRate = param('a-run', 'learning_rate', 0.1);

test.for(['0.1', '0.10', '1e-1'])('a number is compared as a number: %s', (value) => {
  expect(said(learningRate, snapshot({ params: { learning_rate: value } }))).toBeNull();
});

test('a wrong value is said with the one expected', () => {
  expect(said(learningRate, snapshot({ params: { learning_rate: '0.01' } }))).toBe(
    'Expected learning_rate = 0.1, the run has learning_rate = 0.01.',
  );
});

test.for(['learningRate', 'learning-rate', 'learnin_rate'])('a near key is named: %s', (key) => {
  expect(said(learningRate, snapshot({ params: { [key]: '0.1' } }))).toBe(
    `Parameter learning_rate missing: you logged "${key}".`,
  );
});

test('a parameter logged as a metric is said to be of the wrong kind', () => {
  expect(said(learningRate, snapshot({ metrics: { learning_rate: 0.1 } }))).toBe(
    'learning_rate was logged as a metric; it is a parameter.',
  );
});

test('an empty parameter is not zero', () => {
  expect(said(param('a-run', 'depth', 0), snapshot({ params: { depth: '' } }))).not.toBeNull();
});

test.for([NaN, Infinity, -0.1, 81])('a metric of %d is out of range', (value) => {
  expect(said(metric('a-run', 'accuracy'), snapshot({ metrics: { accuracy: value } }))).toContain(
    'must be from 0 to 1',
  );
});

test('a placeholder is said to be one', () => {
  expect(said(filledTag('a-run', 'author'), snapshot({ tags: { author: 'Prénom Nom' } }))).toBe(
    'The tag author still holds the text to replace: "Prénom Nom".',
  );
});

test.for(['true', 'True', ' TRUE'])('a tag may be written as Python writes it: %j', (value) => {
  expect(said(tag('a-run', 'scaled', 'true'), snapshot({ tags: { scaled: value } }))).toBeNull();
});

test.for(['0x64', '0b1100100', '0o144', '1_00', 'Infinity', '１００'])(
  'a hundred is spelled in decimal, not %s',
  (value) => {
    expect(said(param('a-run', 'n', 100), snapshot({ params: { n: value } }))).toBe(
      `Expected n = 100, the run has n = ${value}.`,
    );
  },
);

test.for(['100', ' 100 ', '100.0', '100.', '1e2', '+100'])('%j is a hundred', (value) => {
  expect(said(param('a-run', 'n', 100), snapshot({ params: { n: value } }))).toBeNull();
});
