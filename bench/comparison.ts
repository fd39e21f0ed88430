/** One line of the benchmark: medians in milliseconds, and ours divided by the other side's. */
export interface Comparison {
  readonly name: string;
  readonly ours: number;
  readonly python: number;
  readonly ratio: number;
  /** Printed beside the line above it, with no bar to keep. */
  readonly aside: boolean;
}

export function compare(
  name: string,
  ours: readonly number[],
  python: readonly number[],
  aside = false,
): Comparison {
  const [a, b] = [median(ours), median(python)];
  return { name, ours: a, python: b, ratio: a / b, aside };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no values');
  return middle;
}
