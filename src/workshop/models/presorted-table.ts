/** Features as columns, with the rows sorted along each: what a regression tree is grown from. */
export interface PresortedTable {
  columns: Float32Array[];
  /** For each feature, all row numbers by rising value; equal values in row order. */
  orders: Uint32Array[];
}

/** @param X rows of finite numbers, rounded to float32 */
export function presort(X: readonly (readonly number[])[]): PresortedTable {
  const width = X[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, j) => Float32Array.from(X, (row) => row[j]!));
  const orders = columns.map((column) =>
    new Uint32Array(X.length).map((_, row) => row).sort((a, b) => column[a]! - column[b]! || a - b),
  );
  return { columns, orders };
}
