import { KitError } from '../kit-error.ts';

/** Labels that cannot be compared: lists of different lengths, or none at all. */
export class MetricInputError extends KitError {
  override name = 'MetricInputError';
}

/** @throws MetricInputError */
export function checkLabels(yTrue: readonly number[], yPred: readonly number[]): void {
  if (!Array.isArray(yTrue) || !Array.isArray(yPred)) {
    const message = 'yTrue and yPred must be lists of labels (is an await missing?).';
    throw new MetricInputError('LABELS_NOT_LISTS', message);
  }
  if (yTrue.length !== yPred.length) {
    const message = `yTrue has ${yTrue.length} labels and yPred has ${yPred.length}: one is needed for each row.`;
    const values = { yTrue: yTrue.length, yPred: yPred.length };
    throw new MetricInputError('LABELS_LENGTHS', message, values);
  }
  if (yTrue.length === 0)
    throw new MetricInputError('LABELS_EMPTY', 'There are no labels to compare.');
  const wrong = [...yTrue, ...yPred].find((label) => !Number.isInteger(label));
  if (wrong !== undefined) {
    const value = String(wrong);
    throw new MetricInputError('NOT_A_LABEL', `${value} is not a label.`, { value });
  }
}
