import { exportTrees } from '../onnx/export-trees.ts';
import type { OnnxExport } from '../onnx/onnx-export.ts';
import { checkPositive, checkRows, checkTraining, checkWholeNumber } from './check-input.ts';
import type { Classifier } from './classifier.ts';
import { FlatTreesBuilder } from './flat-trees.ts';
import type { FlatTrees } from './flat-trees.ts';
import { NotFittedError } from './model-errors.ts';
import { presort } from './presorted-table.ts';
import { growRegressionTree } from './regression-tree.ts';
import { sigmoid } from './sigmoid.ts';
import { roundForExactSums, sumOfLeaves } from './tree-score.ts';

export interface GradientBoostingOptions {
  /** Number of trees, 100 by default. */
  nEstimators?: number;
  /** Share of each tree's correction that is kept, 0.1 by default. */
  learningRate?: number;
  /** Depth of each tree, 3 by default. */
  maxDepth?: number;
  /** Accepted as scikit-learn does; nothing is drawn here, so every fit gives the same model. */
  randomState?: number;
}

interface Fitted {
  trees: FlatTrees;
  base: number;
  width: number;
  example: number[][];
}

/**
 * Gradient boosting on the logistic loss, as scikit-learn's: exact trees on the residuals, and one Newton
 * step in each leaf. See https://scikit-learn.org/stable/modules/ensemble.html#gradient-boosting
 */
export class GradientBoostingClassifier implements Classifier {
  readonly nEstimators: number;
  readonly learningRate: number;
  readonly maxDepth: number;
  readonly randomState: number;
  #fitted: Fitted | undefined;

  /** @throws ModelOptionError */
  constructor(options: GradientBoostingOptions = {}) {
    this.nEstimators = checkWholeNumber('nEstimators', options.nEstimators ?? 100, 1);
    this.learningRate = checkPositive('learningRate', options.learningRate ?? 0.1);
    this.maxDepth = checkWholeNumber('maxDepth', options.maxDepth ?? 3, 1);
    this.randomState = checkWholeNumber('randomState', options.randomState ?? 42, 0);
  }

  fit(X: readonly (readonly number[])[], y: readonly number[]): this {
    const width = checkTraining(X, y);
    const table = presort(X);
    const share = y.reduce((sum, label) => sum + label, 0) / y.length;
    const start = Math.log(share / (1 - share));
    const scores = new Float64Array(y.length).fill(start);
    const residuals = new Float64Array(y.length);
    const builder = new FlatTreesBuilder();
    const steps: number[] = [];
    for (let round = 0; round < this.nEstimators; round++) {
      for (let i = 0; i < y.length; i++) residuals[i] = y[i]! - sigmoid(scores[i]!);
      const leaves = growRegressionTree(table, residuals, this.maxDepth, builder);
      newtonSteps(leaves, residuals, y, this.learningRate, steps);
      for (let i = 0; i < y.length; i++) scores[i]! += steps[leaves[i]!]!;
    }
    const grown = builder.build();
    const value = grown.value.map((_, node) => steps[node] ?? 0);
    const { trees, base } = roundForExactSums({ ...grown, value }, start);
    this.#fitted = { trees, base, width, example: X.slice(0, 3).map((row) => [...row]) };
    return this;
  }

  predict(X: readonly (readonly number[])[]): number[] {
    return Array.from(this.#scores(X), (score) => (score > 0 ? 1 : 0));
  }

  predictProba(X: readonly (readonly number[])[]): number[] {
    return Array.from(this.#scores(X), sigmoid);
  }

  toOnnx(): OnnxExport {
    const { trees, base, width, example } = this.#trained();
    return exportTrees({ trees, width, example, link: { kind: 'logistic', base } });
  }

  #scores(X: readonly (readonly number[])[]): Float64Array {
    const { trees, base, width } = this.#trained();
    checkRows(X, width);
    return sumOfLeaves(trees, X, base);
  }

  #trained(): Fitted {
    if (!this.#fitted) throw new NotFittedError('GradientBoostingClassifier');
    return this.#fitted;
  }
}

/** Sets, for each leaf of the newest tree, the damped Newton step Σ residual / Σ p(1 - p). */
function newtonSteps(
  leaves: Int32Array,
  residuals: Float64Array,
  y: readonly number[],
  learningRate: number,
  steps: number[],
): void {
  const gradient = new Map<number, number>();
  const curvature = new Map<number, number>();
  for (let i = 0; i < leaves.length; i++) {
    const leaf = leaves[i]!;
    const p = y[i]! - residuals[i]!;
    gradient.set(leaf, (gradient.get(leaf) ?? 0) + residuals[i]!);
    curvature.set(leaf, (curvature.get(leaf) ?? 0) + p * (1 - p));
  }
  for (const [leaf, sum] of gradient) {
    const bend = curvature.get(leaf)!;
    steps[leaf] = bend > 1e-150 ? (learningRate * sum) / bend : 0;
  }
}
