import { RandomForestClassifier as MlRandomForest } from 'ml-random-forest';
import type { TreeNode } from 'ml-cart';
import { RandomState } from '../data/random-state.ts';
import { exportTrees } from '../onnx/export-trees.ts';
import type { OnnxExport } from '../onnx/onnx-export.ts';
import { withSortedSweep } from './cart-sorted-sweep.ts';
import { checkRows, checkTraining, checkWholeNumber } from './check-input.ts';
import type { Classifier } from './classifier.ts';
import { FlatTreesBuilder } from './flat-trees.ts';
import type { FlatTrees } from './flat-trees.ts';
import { NotFittedError } from './model-errors.ts';
import { roundForExactSums, sumOfLeaves } from './tree-score.ts';

export interface RandomForestOptions {
  /** Number of trees, 100 by default. */
  nEstimators?: number;
  /** Depth of the deepest leaf; no limit by default. */
  maxDepth?: number | null;
  /** Seed of all draws, 42 by default: two fits always give the same forest. */
  randomState?: number;
}

interface Fitted {
  trees: FlatTrees;
  width: number;
  example: number[][];
}

/**
 * A random forest, grown by ml-random-forest as scikit-learn grows its own: bootstrapped rows, √features
 * drawn at each node, pure leaves, and the mean of the leaves' shares as the probability.
 */
export class RandomForestClassifier implements Classifier {
  readonly nEstimators: number;
  readonly maxDepth: number | null;
  readonly randomState: number;
  #fitted: Fitted | undefined;

  /** @throws ModelOptionError */
  constructor(options: RandomForestOptions = {}) {
    this.nEstimators = checkWholeNumber('nEstimators', options.nEstimators ?? 100, 1);
    const depth = options.maxDepth ?? null;
    this.maxDepth = depth === null ? null : checkWholeNumber('maxDepth', depth, 1);
    this.randomState = checkWholeNumber('randomState', options.randomState ?? 42, 0);
  }

  fit(X: readonly (readonly number[])[], y: readonly number[]): this {
    const width = checkTraining(X, y);
    const forest = new MlRandomForest({
      nEstimators: this.nEstimators,
      seed: this.randomState,
      // The library would draw features once for each tree: it gives each tree all of them instead.
      maxFeatures: width,
      replacement: false,
      useSampleBagging: true,
      noOOB: true,
      treeOptions: { maxDepth: this.maxDepth ?? Infinity, minNumSamples: 1, gainThreshold: 0 },
    });
    const sweep = {
      maxFeatures: Math.max(1, Math.floor(Math.sqrt(width))),
      random: new RandomState(this.randomState),
    };
    const rows = X.map((row) => row.map(Math.fround));
    withSortedSweep(sweep, () => forest.train(rows, [...y]));
    const { trees } = roundForExactSums(flatten(forest));
    this.#fitted = { trees, width, example: X.slice(0, 3).map((row) => [...row]) };
    return this;
  }

  predict(X: readonly (readonly number[])[]): number[] {
    return Array.from(this.#votes(X), (votes) => (votes > this.nEstimators / 2 ? 1 : 0));
  }

  predictProba(X: readonly (readonly number[])[]): number[] {
    return Array.from(this.#votes(X), (votes) => Math.fround(votes / this.nEstimators));
  }

  toOnnx(): OnnxExport {
    const { trees, width, example } = this.#trained();
    return exportTrees({ trees, width, example, link: { kind: 'mean', trees: this.nEstimators } });
  }

  #votes(X: readonly (readonly number[])[]): Float64Array {
    const { trees, width } = this.#trained();
    checkRows(X, width);
    return sumOfLeaves(trees, X);
  }

  #trained(): Fitted {
    if (!this.#fitted) throw new NotFittedError('RandomForestClassifier');
    return this.#fitted;
  }
}

function flatten({ estimators = [], indexes = [] }: MlRandomForest): FlatTrees {
  const builder = new FlatTreesBuilder();
  const add = (node: TreeNode, features: readonly number[]): number => {
    const { left, right, distribution } = node;
    if (!left || !right) {
      return builder.leaf(distribution && distribution.columns > 1 ? distribution.get(0, 1) : 0);
    }
    const id = builder.node(features[node.splitColumn!]!, node.splitValue!);
    const first = add(left, features);
    builder.children(id, first, add(right, features));
    return id;
  };
  for (const [tree, { root }] of estimators.entries()) {
    builder.startTree();
    // The library hands each tree the features in an order of its own.
    add(root, indexes[tree]!);
  }
  return builder.build();
}
