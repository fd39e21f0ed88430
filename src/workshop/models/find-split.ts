import { sortRows } from './sort-by-float32.ts';
import type { SortableColumn } from './sort-by-float32.ts';

export interface Split {
  column: number;
  /** Rows with `x < value` go left. */
  value: number;
  /** How much the Gini impurity falls. */
  gain: number;
}

/**
 * The place along one feature with the highest Gini gain, among those where the label changes; the first
 * of equals. 'constant' when the feature has one value only.
 * @param column the feature, for all rows of the table
 * @param labels 0 or 1, for all rows of the table
 * @param rows the rows of the node, rising, of both labels
 * @param positives how many of them are 1
 */
export function findSplit(
  { values, keys }: SortableColumn,
  labels: Uint8Array,
  rows: Uint32Array,
  positives: number,
): Omit<Split, 'column'> | 'constant' {
  const size = rows.length;
  const order = sortRows(keys, rows);
  if (values[order[0]!] === values[order[2 * (size - 1)]!]) return 'constant';
  const impurity = gini(positives, size);
  let bestGain = -Infinity;
  let bestValue = NaN;
  let groupStart = 0;
  let groupPositives = 0;
  let seenPositives = 0;
  let row = order[0]!;
  for (let i = 1; i < size; i++) {
    const next = order[2 * i]!;
    const low = values[row]!;
    const high = values[next]!;
    const tied = low === high;
    seenPositives += labels[row]!;
    // Inside a group of equal values the split value is theirs: the whole group goes right.
    const left = tied ? groupStart : i;
    // Nothing left of it is no split, though rounding can give it a gain above zero.
    if (labels[row] !== labels[next] && left > 0) {
      const leftPositives = tied ? groupPositives : seenPositives;
      const remaining =
        (gini(positives - leftPositives, size - left) * (size - left)) / size +
        (gini(leftPositives, left) * left) / size;
      if (impurity - remaining > bestGain) {
        bestGain = impurity - remaining;
        bestValue = (low + high) / 2;
      }
    }
    if (!tied) {
      groupStart = i;
      groupPositives = seenPositives;
    }
    row = next;
  }
  return { value: bestValue, gain: bestGain };
}

function gini(positives: number, size: number): number {
  if (size === 0) return 0;
  const share = positives / size;
  return 1 - ((1 - share) * (1 - share) + share * share);
}
