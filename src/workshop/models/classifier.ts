import type { OnnxExport } from '../onnx/onnx-export.ts';

/** What the workshop's classifiers have in common, under scikit-learn's names in camelCase. */
export interface Classifier {
  /**
   * Learns from rows of features and their labels.
   * @param X rows of numbers, all of one width
   * @param y 0 or 1 for each row
   * @returns the model itself
   * @throws ModelInputError
   */
  fit(X: readonly (readonly number[])[], y: readonly number[]): this;
  /** The label of each row, 0 or 1. @throws NotFittedError, ModelInputError */
  predict(X: readonly (readonly number[])[]): number[];
  /** The probability of label 1 for each row. @throws NotFittedError, ModelInputError */
  predictProba(X: readonly (readonly number[])[]): number[];
  /** The fitted model in the ONNX format. @throws NotFittedError */
  toOnnx(): OnnxExport;
}
