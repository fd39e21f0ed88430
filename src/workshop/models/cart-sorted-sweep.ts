/**
 * ml-cart's tree growing with the split search as a sorted sweep.
 *
 * ml-cart tries every place where the label changes along a feature and rescans all rows for each, O(n²),
 * and copies all features of all rows at each node. Here the rows of a node are a list of row numbers over
 * columns read once, and one sorted pass along a feature knows the classes on both sides of each place.
 * Candidates, gain (Gini), rule (`x < value` goes left) and stopping are ml-cart's, so the trees are too.
 */
import { DecisionTreeClassifier } from 'ml-cart';
import type { TreeNode } from 'ml-cart';
import type { RandomState } from '../data/random-state.ts';
import { findSplit } from './find-split.ts';
import type { Split } from './find-split.ts';
import { toSortable } from './sort-by-float32.ts';
import type { SortableColumn } from './sort-by-float32.ts';

export interface SweepOptions {
  /** How many features a node may look at, drawn anew at each node; all of them when absent. */
  maxFeatures?: number;
  /** Where the draws come from; needed with `maxFeatures`. */
  random?: RandomState;
}

/**
 * Runs `train` with ml-cart growing its trees this way, and puts its own way back afterwards.
 * `train` must be synchronous, its labels 0 and 1, and its features float32 numbers (`roundToFloat32`).
 */
export function withSortedSweep<T>(options: SweepOptions, train: () => T): T {
  const prototype = treeNodePrototype();
  const original = prototype.train;
  prototype.train = function (this: TreeNode, X, y, depth) {
    const columns = Array.from({ length: X.columns }, (_, j) => toSortable(X.getColumn(j)));
    const table = { columns, labels: Uint8Array.from(y), options };
    const rows = new Uint32Array(y.length).map((_, row) => row);
    grow(table, this, rows, depth, undefined);
  };
  try {
    return train();
  } finally {
    prototype.train = original;
  }
}

/** ml-cart does not export `TreeNode`: a trained tree leads to it. */
function treeNodePrototype(): TreeNode {
  const probe = new DecisionTreeClassifier({ minNumSamples: 1 });
  probe.train([[0], [1]], [0, 1]);
  const prototype: TreeNode = Object.getPrototypeOf(probe.root);
  return prototype;
}

interface Table {
  columns: SortableColumn[];
  labels: Uint8Array;
  options: SweepOptions;
}

function grow(
  table: Table,
  node: TreeNode,
  rows: Uint32Array,
  depth: number,
  parentGain: number | undefined,
): void {
  const mayGrow = depth < node.maxDepth && rows.length > node.minNumSamples;
  const split = mayGrow ? bestSplit(table, rows) : undefined;
  if (split === undefined || split.gain <= node.gainThreshold || split.gain === parentGain) {
    node.calculatePrediction(Array.from(rows, (row) => table.labels[row]!));
    return;
  }
  node.splitColumn = split.column;
  node.splitValue = split.value;
  node.gain = split.gain;
  node.numberSamples = rows.length;
  const [lesser, greater] = partition(rows, table.columns[split.column]!.values, split.value);
  node.left = childOf(node);
  node.right = childOf(node);
  grow(table, node.left, lesser, depth + 1, split.gain);
  grow(table, node.right, greater, depth + 1, split.gain);
}

function childOf(node: TreeNode): TreeNode {
  const child: TreeNode = Reflect.construct(node.constructor, [node]);
  return child;
}

function partition(rows: Uint32Array, values: Float32Array, value: number) {
  const lesser = new Uint32Array(rows.length);
  const greater = new Uint32Array(rows.length);
  let left = 0;
  let right = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (values[row]! < value) lesser[left++] = row;
    else greater[right++] = row;
  }
  return [lesser.subarray(0, left), greater.subarray(0, right)] as const;
}

function bestSplit({ columns, labels, options }: Table, rows: Uint32Array): Split | undefined {
  let positives = 0;
  for (let i = 0; i < rows.length; i++) positives += labels[rows[i]!]!;
  if (positives === 0 || positives === rows.length) return undefined;
  const drawn = columns.map((_, column) => column);
  const wanted = options.maxFeatures ?? drawn.length;
  let best: Split | undefined;
  for (let k = 0, seen = 0; k < drawn.length && seen < wanted; k++) {
    if (options.random) {
      const other = k + options.random.integer(drawn.length - 1 - k);
      [drawn[k], drawn[other]] = [drawn[other]!, drawn[k]!];
    }
    const column = drawn[k]!;
    const found = findSplit(columns[column]!, labels, rows, positives);
    // As in scikit-learn, a feature that is constant in this node does not count as looked at.
    if (found === 'constant') continue;
    seen++;
    if (found.gain > (best?.gain ?? -Infinity)) best = { column, ...found };
  }
  return best;
}
