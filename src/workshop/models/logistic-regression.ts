import { exportLinear } from '../onnx/export-linear.ts';
import type { OnnxExport } from '../onnx/onnx-export.ts';
import { checkPositive, checkRows, checkTraining, checkWholeNumber } from './check-input.ts';
import type { Classifier } from './classifier.ts';
import { NotFittedError } from './model-errors.ts';
import { solvePositiveDefinite } from './solve-positive-definite.ts';
import { sigmoid } from './sigmoid.ts';

export interface LogisticRegressionOptions {
  /** Inverse of the strength of the L2 penalty, 1 by default. */
  C?: number;
  /** Limit on Newton steps, 100 by default; ten are enough for scaled features. */
  maxIter?: number;
  /** Accepted as scikit-learn does; nothing is drawn here. */
  randomState?: number;
}

interface Fitted {
  coef: number[];
  intercept: number;
  example: number[][];
}

/** Logistic regression with an L2 penalty on all but the intercept, solved by Newton's method. */
export class LogisticRegression implements Classifier {
  readonly C: number;
  readonly maxIter: number;
  readonly randomState: number;
  #fitted: Fitted | undefined;

  /** @throws ModelOptionError */
  constructor(options: LogisticRegressionOptions = {}) {
    this.C = checkPositive('C', options.C ?? 1);
    this.maxIter = checkWholeNumber('maxIter', options.maxIter ?? 100, 1);
    this.randomState = checkWholeNumber('randomState', options.randomState ?? 42, 0);
  }

  /** The weight of each feature. @throws NotFittedError */
  get coef(): number[] {
    return [...this.#trained().coef];
  }

  /** @throws NotFittedError */
  get intercept(): number {
    return this.#trained().intercept;
  }

  fit(X: readonly (readonly number[])[], y: readonly number[]): this {
    const width = checkTraining(X, y);
    const weights = new Float64Array(width + 1);
    for (let iteration = 0; iteration < this.maxIter; iteration++) {
      const { gradient, hessian } = derivatives(X, y, weights, 1 / this.C);
      const step = solvePositiveDefinite(hessian, gradient);
      for (let j = 0; j <= width; j++) weights[j]! -= step[j]!;
      if (step.every((change) => Math.abs(change) < 1e-10)) break;
    }
    this.#fitted = {
      coef: Array.from(weights.subarray(0, width)),
      intercept: weights[width]!,
      example: X.slice(0, 3).map((row) => [...row]),
    };
    return this;
  }

  predict(X: readonly (readonly number[])[]): number[] {
    return this.#scores(X).map((score) => (score > 0 ? 1 : 0));
  }

  predictProba(X: readonly (readonly number[])[]): number[] {
    return this.#scores(X).map(sigmoid);
  }

  toOnnx(): OnnxExport {
    return exportLinear(this.#trained());
  }

  #scores(X: readonly (readonly number[])[]): number[] {
    const { coef, intercept } = this.#trained();
    checkRows(X, coef.length);
    return X.map((row) => row.reduce((score, x, j) => score + x * coef[j]!, 0) + intercept);
  }

  #trained(): Fitted {
    if (!this.#fitted) throw new NotFittedError('LogisticRegression');
    return this.#fitted;
  }
}

/** Gradient and Hessian of Σ log-loss + penalty/2 · |coef|²; the last weight is the intercept. */
function derivatives(
  X: readonly (readonly number[])[],
  y: readonly number[],
  weights: Float64Array,
  penalty: number,
): { gradient: Float64Array; hessian: Float64Array[] } {
  const size = weights.length;
  const last = size - 1;
  const gradient = weights.map((weight, j) => (j < last ? penalty * weight : 0));
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  for (let j = 0; j < last; j++) hessian[j]![j] = penalty;
  const row = new Float64Array(size).fill(1);
  for (let i = 0; i < X.length; i++) {
    row.set(X[i]!);
    let score = 0;
    for (let j = 0; j < size; j++) score += row[j]! * weights[j]!;
    const p = sigmoid(score);
    const error = p - y[i]!;
    const bend = p * (1 - p);
    for (let j = 0; j < size; j++) {
      gradient[j]! += error * row[j]!;
      const scaled = bend * row[j]!;
      for (let k = 0; k <= j; k++) hessian[j]![k]! += scaled * row[k]!;
    }
  }
  return { gradient, hessian };
}
