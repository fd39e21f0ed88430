/**
 * Cuts values into as many quantiles as there are labels and gives each value its quantile's label, as
 * `pandas.qcut(values, q=labels.length, labels=labels)`. Edges are numpy's linear quantiles, to the last
 * bit; each interval holds its upper edge.
 * @throws RangeError when two edges are equal, as pandas does
 */
export function qcut(values: ArrayLike<number>, labels: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const quantiles = labels.length;
  const edges = Array.from({ length: quantiles + 1 }, (_, k) =>
    quantile(sorted, k === quantiles ? 1 : k * (1 / quantiles)),
  );
  for (let k = 0; k < quantiles; k++) {
    if (edges[k] === edges[k + 1])
      throw new RangeError(`Bin edges must be unique: ${edges.join(', ')}`);
  }
  return Array.from(values, (value) => {
    let k = 1;
    while (k < quantiles && value > edges[k]!) k++;
    return labels[k - 1]!;
  });
}

/** numpy's interpolation, which counts from the nearer neighbour so that it never leaves the interval. */
function quantile(sorted: Float64Array, q: number): number {
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const share = position - below;
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const gap = high - low;
  return share >= 0.5 ? high - gap * (1 - share) : low + gap * share;
}
