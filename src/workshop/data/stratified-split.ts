import { RandomState } from './random-state.ts';

/** Row numbers of both parts, each in random order. */
export interface Split {
  train: number[];
  test: number[];
}

/**
 * scikit-learn's `train_test_split(..., test_size=testSize, stratify=y, random_state=seed)`: the same
 * rows in the same order.
 */
export function stratifiedSplit(y: readonly number[], testSize = 0.2, seed = 42): Split {
  const testCount = Math.ceil(testSize * y.length);
  const classes = [...new Set(y)].sort((a, b) => a - b);
  const members = classes.map((label) => y.flatMap((value, row) => (value === label ? [row] : [])));
  const counts = members.map((rows) => rows.length);
  const random = new RandomState(seed);
  const trainCounts = approximateMode(counts, y.length - testCount, random);
  const left = counts.map((count, k) => count - trainCounts[k]!);
  const testCounts = approximateMode(left, testCount, random);
  const train: number[] = [];
  const test: number[] = [];
  for (const [k, rows] of members.entries()) {
    const shuffled = random.permutation(rows);
    train.push(...shuffled.slice(0, trainCounts[k]));
    test.push(...shuffled.slice(trainCounts[k], trainCounts[k]! + testCounts[k]!));
  }
  return { train: random.permutation(train), test: random.permutation(test) };
}

/**
 * How many of `draws` rows each class gets: its share rounded down, then one more for the largest
 * remainders, equal remainders in random order.
 */
function approximateMode(counts: number[], draws: number, random: RandomState): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => (count / total) * draws);
  const taken = shares.map(Math.floor);
  const remainders = shares.map((share, k) => share - taken[k]!);
  let missing = draws - taken.reduce((sum, count) => sum + count, 0);
  for (const remainder of [...new Set(remainders)].sort((a, b) => b - a)) {
    if (missing === 0) break;
    const equals = remainders.flatMap((value, k) => (value === remainder ? [k] : []));
    const chosen = random.permutation(equals).slice(0, missing);
    for (const k of chosen) taken[k]! += 1;
    missing -= chosen.length;
  }
  return taken;
}
