import type { InferenceSession, OnnxValue } from 'onnxruntime-node';
import { UnfitModelError } from './onnx-model-error.ts';

/** Where a classifier's answers stand, and how to read them. */
export interface ModelOutputs {
  /** The output with a label for each row. */
  label: string | undefined;
  /** The output with probabilities. */
  probability: string | undefined;
  toLabels(value: OnnxValue, rows: number): number[];
  toProbabilities(value: OnnxValue, rows: number): number[];
}

/** @throws OnnxModelError when no output holds labels or probabilities */
export function readOutputs(metadata: readonly InferenceSession.ValueMetadata[]): ModelOutputs {
  const tensors = metadata.filter((output) => output.isTensor);
  const label = tensors.find(({ type }) => !isFloat(type))?.name;
  const probability = tensors.find(({ type }) => isFloat(type))?.name;
  if (label === undefined && probability === undefined) {
    const names = metadata.map((output) => output.name).join(', ');
    throw new UnfitModelError(`No output holds labels or probabilities (outputs: ${names}).`);
  }
  return { label, probability, toLabels, toProbabilities };
}

function isFloat(type: string): boolean {
  return type === 'float32' || type === 'float64';
}

function toLabels(value: OnnxValue, rows: number): number[] {
  const numbers = toNumbers(value);
  if (numbers.length !== rows) {
    throw new UnfitModelError(`The model gave ${numbers.length} labels for ${rows} rows.`);
  }
  return numbers;
}

/** Of two columns the second belongs to label 1. */
function toProbabilities(value: OnnxValue, rows: number): number[] {
  const numbers = toNumbers(value);
  if (numbers.length === rows) return numbers;
  if (numbers.length === 2 * rows) return numbers.filter((_, i) => i % 2 === 1);
  throw new UnfitModelError(`The model gave ${numbers.length} probabilities for ${rows} rows.`);
}

function toNumbers(value: OnnxValue): number[] {
  if (!('data' in value)) throw new UnfitModelError('The model gave an output that is no tensor.');
  const numbers: number[] = [];
  for (const item of value.data) {
    const number = Number(item);
    if (Number.isNaN(number)) throw new UnfitModelError(`The model gave ${String(item)}.`);
    numbers.push(number);
  }
  return numbers;
}
