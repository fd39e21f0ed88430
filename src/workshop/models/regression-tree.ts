import type { FlatTreesBuilder } from './flat-trees.ts';
import type { PresortedTable } from './presorted-table.ts';

interface Split {
  feature: number;
  threshold: number;
  /** How many of the node's rows go left. */
  left: number;
}

/** A gain must beat the best so far by more than rounding noise, so that the first of equals wins. */
const CLEARLY = 1 + 1e-12;

/**
 * Grows a tree that cuts the squared error of `target`, scikit-learn's exact best-first-feature way, and
 * appends it to `builder` with leaves of value 0.
 * @returns the leaf of each row
 */
export function growRegressionTree(
  table: PresortedTable,
  target: Float64Array,
  maxDepth: number,
  builder: FlatTreesBuilder,
): Int32Array {
  const orders = table.orders.map((order) => order.slice());
  const spare = new Uint32Array(target.length);
  const leaves = new Int32Array(target.length);

  const grow = (from: number, to: number, depth: number): number => {
    const split = depth < maxDepth ? findSplit(table, orders, target, from, to) : undefined;
    if (!split) {
      const leaf = builder.leaf(0);
      for (let i = from; i < to; i++) leaves[orders[0]![i]!] = leaf;
      return leaf;
    }
    const node = builder.node(split.feature, split.threshold);
    const values = table.columns[split.feature]!;
    for (const order of orders) partition(order, spare, values, split.threshold, from, to);
    const middle = from + split.left;
    const left = grow(from, middle, depth + 1);
    builder.children(node, left, grow(middle, to, depth + 1));
    return node;
  };

  builder.startTree();
  grow(0, target.length, 0);
  return leaves;
}

function findSplit(
  table: PresortedTable,
  orders: Uint32Array[],
  target: Float64Array,
  from: number,
  to: number,
): Split | undefined {
  let total = 0;
  for (let i = from; i < to; i++) total += target[orders[0]![i]!]!;
  const size = to - from;
  let best: Split | undefined;
  let bestGain = 1e-12;
  for (let feature = 0; feature < orders.length; feature++) {
    const values = table.columns[feature]!;
    const order = orders[feature]!;
    let sum = 0;
    let value = values[order[from]!]!;
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      const next = values[row]!;
      if (next !== value) {
        const left = i - from;
        const difference = sum / left - (total - sum) / (size - left);
        const gain = left * (size - left) * difference * difference;
        if (gain > bestGain * CLEARLY) {
          bestGain = gain;
          best = { feature, threshold: (value + next) / 2, left };
        }
        value = next;
      }
      sum += target[row]!;
    }
  }
  return best;
}

/** Moves the rows below the threshold to the front of [from, to), keeping both sides in order. */
function partition(
  order: Uint32Array,
  spare: Uint32Array,
  values: Float32Array,
  threshold: number,
  from: number,
  to: number,
): void {
  let left = from;
  let right = 0;
  for (let i = from; i < to; i++) {
    const row = order[i]!;
    if (values[row]! < threshold) order[left++] = row;
    else spare[right++] = row;
  }
  order.set(spare.subarray(0, right), left);
}
