import type { FlatTrees } from './flat-trees.ts';

/** The sum over all trees of the leaf that each row reaches, plus `base`; rows are rounded to float32. */
export function sumOfLeaves(
  trees: FlatTrees,
  X: readonly (readonly number[])[],
  base = 0,
): Float64Array {
  const { roots, feature, threshold, left, right, value } = trees;
  const row = new Float32Array(X[0]?.length ?? 0);
  const scores = new Float64Array(X.length);
  for (let i = 0; i < X.length; i++) {
    row.set(X[i]!);
    let score = base;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree]!;
      while (feature[node]! >= 0) {
        node = row[feature[node]!]! < threshold[node]! ? left[node]! : right[node]!;
      }
      score += value[node]!;
    }
    scores[i] = score;
  }
  return scores;
}

/**
 * Rounds leaves and base to multiples of a power of two so coarse that every sum of one leaf from each
 * tree is exact in float32 (24 bits). Whatever order ONNX Runtime adds them in, in float32 and on several
 * threads, its score is then ours to the last bit, and no label can differ.
 */
export function roundForExactSums(trees: FlatTrees, base = 0): { trees: FlatTrees; base: number } {
  const { roots, value } = trees;
  let bound = Math.abs(base);
  for (let tree = 0; tree < roots.length; tree++) {
    const leaves = value.subarray(roots[tree], roots[tree + 1]);
    bound += leaves.reduce((most, leaf) => Math.max(most, Math.abs(leaf)), 0);
  }
  const step = 2 ** (Math.ceil(Math.log2(bound || 1)) + 1 - 24);
  const round = (x: number) => Math.round(x / step) * step;
  return { trees: { ...trees, value: value.map(round) }, base: round(base) };
}
