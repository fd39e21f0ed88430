import { checkLabels } from './check-labels.ts';

/**
 * Counts of rows, true label down and predicted label across, labels rising, as scikit-learn's
 * `confusion_matrix`: for churn `[[true negatives, false positives], [false negatives, true positives]]`.
 * @throws MetricInputError
 */
export function confusionMatrix(yTrue: readonly number[], yPred: readonly number[]): number[][] {
  checkLabels(yTrue, yPred);
  const labels = [...new Set([...yTrue, ...yPred])].sort((a, b) => a - b);
  const place = new Map(labels.map((label, i) => [label, i]));
  const counts = labels.map(() => labels.map(() => 0));
  for (const [i, label] of yTrue.entries()) {
    counts[place.get(label)!]![place.get(yPred[i]!)!]! += 1;
  }
  return counts;
}
