/** A feature, with unsigned integers that sort as its values do. */
export interface SortableColumn {
  values: Float32Array;
  keys: Uint32Array;
}

/** @param numbers finite float32 numbers */
export function toSortable(numbers: ArrayLike<number>): SortableColumn {
  const values = new Float32Array(numbers.length);
  // Adding 0 turns -0, equal to 0 but with other bits, into 0.
  for (let i = 0; i < values.length; i++) values[i] = numbers[i]! + 0;
  // The bits of positive floats rise with the value; those of negative ones fall.
  const keys = new Uint32Array(values.buffer).map((bits) =>
    bits & 0x80000000 ? ~bits : bits | 0x80000000,
  );
  return { values, keys };
}

let words = new Uint32Array(0);
let pairs = new BigUint64Array(0);

/**
 * Sorts rows by their keys, equal keys in the order of `rows`, which must rise. The row numbers stand at
 * the even places of the result, which the next call overwrites.
 *
 * A key and its row make one 64-bit integer, because typed arrays sort natively without a comparison
 * function, ten times faster than with one.
 */
export function sortRows(keys: Uint32Array, rows: Uint32Array): Uint32Array {
  const size = rows.length;
  if (pairs.length < size) {
    pairs = new BigUint64Array(2 * size);
    words = new Uint32Array(pairs.buffer);
  }
  for (let i = 0; i < size; i++) {
    const row = rows[i]!;
    words[2 * i] = row;
    words[2 * i + 1] = keys[row]!;
  }
  pairs.subarray(0, size).sort();
  return words;
}
