/** Labels that cannot be compared: lists of different lengths, or none at all. */
export class MetricInputError extends Error {
  override name = 'MetricInputError';
  readonly code = 'METRIC_INPUT';
}

/** @throws MetricInputError */
export function checkLabels(yTrue: readonly number[], yPred: readonly number[]): void {
  if (!Array.isArray(yTrue) || !Array.isArray(yPred)) {
    throw new MetricInputError('yTrue and yPred must be lists of labels (is an await missing?).');
  }
  if (yTrue.length !== yPred.length) {
    throw new MetricInputError(
      `yTrue has ${yTrue.length} labels and yPred has ${yPred.length}: one is needed for each row.`,
    );
  }
  if (yTrue.length === 0) throw new MetricInputError('There are no labels to compare.');
  const wrong = [...yTrue, ...yPred].find((label) => !Number.isInteger(label));
  if (wrong !== undefined) throw new MetricInputError(`${String(wrong)} is not a label.`);
}
