import { expect, test } from 'vitest';
import { metrics } from '../../../src/workshop/index.ts';

const yTrue = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
const yPred = [0, 0, 0, 1, 1, 1, 0, 0, 1, 1];

test('the four scores and the matrix of ten rows', () => {
  expect(metrics.accuracyScore(yTrue, yPred)).toBe(0.7);
  expect(metrics.precisionScore(yTrue, yPred)).toBe(0.8);
  expect(metrics.recallScore(yTrue, yPred)).toBe(4 / 6);
  expect(metrics.f1Score(yTrue, yPred)).toBe(8 / 11);
  expect(metrics.confusionMatrix(yTrue, yPred)).toEqual([
    [3, 1],
    [2, 4],
  ]);
});

test('with nothing predicted or nothing to find the scores are 0', () => {
  expect(metrics.precisionScore([0, 1], [0, 0])).toBe(0);
  expect(metrics.recallScore([0, 0], [0, 1])).toBe(0);
  expect(metrics.f1Score([0, 0], [0, 0])).toBe(0);
});

test('labels seen on neither side have no row in the matrix', () => {
  expect(metrics.confusionMatrix([1, 1], [1, 1])).toEqual([[2]]);
});

test('labels that cannot be compared are refused', () => {
  expect(() => metrics.accuracyScore([1], [1, 0])).toThrow(
    'yTrue has 1 labels and yPred has 2: one is needed for each row.',
  );
  expect(() => metrics.f1Score([], [])).toThrow('There are no labels to compare.');
  expect(() => metrics.recallScore([1], [0.5])).toThrow('0.5 is not a label.');
});
