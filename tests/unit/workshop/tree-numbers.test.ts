import { expect, test } from 'vitest';
import { FlatTreesBuilder, ceilToFloat32 } from '../../../src/workshop/models/flat-trees.ts';
import { roundForExactSums } from '../../../src/workshop/models/tree-score.ts';

const next = 2 ** -23;

test.each([
  [0, 0],
  [1, 1],
  [1 + next / 8, 1 + next],
  [1 + (7 * next) / 8, 1 + next],
  [-1 - next / 8, -1],
  [-1 - (7 * next) / 8, -1],
  [1e-60, 2 ** -149],
])('%d rises to the float32 %d', (x, expected) => {
  expect(ceilToFloat32(x)).toBe(expected);
});

test('rounded leaves add up in float32 to what they add up to in double, in any order', () => {
  const builder = new FlatTreesBuilder();
  const leaves = Array.from({ length: 300 }, (_, i) => Math.sin(i * 12.9898));
  for (const leaf of leaves) {
    builder.startTree();
    builder.leaf(leaf);
  }
  const { trees, base } = roundForExactSums(builder.build(), -0.1);
  const rounded = Array.from(trees.value);
  const exact = rounded.reduce((sum, leaf) => sum + leaf, base);
  for (const order of [rounded, rounded.toReversed(), rounded.toSorted((a, b) => a - b)]) {
    expect(order.reduce((sum, leaf) => Math.fround(sum + leaf), Math.fround(base))).toBe(exact);
  }
  const moved = rounded.map((leaf, i) => Math.abs(leaf - leaves[i]!));
  expect(Math.max(...moved)).toBeLessThan(1e-4);
});
