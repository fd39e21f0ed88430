import { FEATURE_COLS } from '../data/columns.ts';

/** A model in the ONNX format, with what MLflow wants to know about it. */
export interface OnnxExport {
  /** The file `model.onnx`. */
  model: Uint8Array;
  /** The inputs, one double tensor of shape [N] for each. */
  columns: readonly string[];
  /** Up to three rows of training data. */
  example: number[][];
}

/** The workshop's feature names when there are as many, numbered names otherwise. */
export function columnNames(width: number): readonly string[] {
  if (width === FEATURE_COLS.length) return FEATURE_COLS;
  return Array.from({ length: width }, (_, j) => `feature_${j}`);
}
