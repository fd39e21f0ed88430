import { checkLabels } from './check-labels.ts';

/** Share of rows whose label was predicted, from 0 to 1. @throws MetricInputError */
export function accuracyScore(yTrue: readonly number[], yPred: readonly number[]): number {
  checkLabels(yTrue, yPred);
  return yTrue.filter((label, i) => label === yPred[i]).length / yTrue.length;
}

/** Of the rows predicted 1, the share that are 1; 0 when there are none. @throws MetricInputError */
export function precisionScore(yTrue: readonly number[], yPred: readonly number[]): number {
  const { hits, predicted } = countPositives(yTrue, yPred);
  return predicted === 0 ? 0 : hits / predicted;
}

/** Of the rows that are 1, the share predicted 1; 0 when there are none. @throws MetricInputError */
export function recallScore(yTrue: readonly number[], yPred: readonly number[]): number {
  const { hits, actual } = countPositives(yTrue, yPred);
  return actual === 0 ? 0 : hits / actual;
}

/** The harmonic mean of precision and recall; 0 when both are. @throws MetricInputError */
export function f1Score(yTrue: readonly number[], yPred: readonly number[]): number {
  const { hits, predicted, actual } = countPositives(yTrue, yPred);
  return predicted + actual === 0 ? 0 : (2 * hits) / (predicted + actual);
}

function countPositives(yTrue: readonly number[], yPred: readonly number[]) {
  checkLabels(yTrue, yPred);
  return {
    hits: yTrue.filter((label, i) => label === 1 && yPred[i] === 1).length,
    predicted: yPred.filter((label) => label === 1).length,
    actual: yTrue.filter((label) => label === 1).length,
  };
}
