import { DecisionTreeClassifier } from 'ml-cart';
import type { TreeNode } from 'ml-cart';
import { expect, test } from 'vitest';
import { withSortedSweep } from '../../../src/workshop/models/cart-sorted-sweep.ts';
import { data } from './read-customers.ts';

const options = { maxDepth: 8, minNumSamples: 1, gainThreshold: 0 };

test.each([0, 300, 600, 900])('300 customers from row %i give the tree of ml-cart', (from) => {
  const X = data.XTrain.slice(from, from + 300).map((row) => row.map(Math.fround));
  const y = data.yTrain.slice(from, from + 300);
  const stock = new DecisionTreeClassifier(options);
  stock.train(X, y);
  const swept = new DecisionTreeClassifier(options);
  withSortedSweep({}, () => swept.train(X, y));
  const { alike, ties, different } = compare(stock.root, swept.root);
  expect(different).toEqual([]);
  expect(alike).toBeGreaterThan(60);
  expect(ties).toBeLessThanOrEqual(2);
});

test('ml-cart grows its own way again afterwards, also when training throws', () => {
  const { train } = Object.getPrototypeOf(rootOf([[0], [1]]));
  expect(() =>
    withSortedSweep({}, () => {
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(Object.getPrototypeOf(rootOf([[0], [1]])).train).toBe(train);
});

interface Comparison {
  /** Nodes with the same split, or leaves with the same shares. */
  alike: number;
  /**
   * Nodes where two splits gain the same, and the last bits of ml-cart's sums chose the other: below
   * such a node nothing is compared.
   */
  ties: number;
  different: unknown[];
}

function compare(stock: TreeNode, swept: TreeNode): Comparison {
  if (!stock.left || !stock.right || !swept.left || !swept.right) {
    const leaves = !stock.left && !swept.left;
    const same = leaves && close(stock.distribution?.get(0, 0), swept.distribution?.get(0, 0));
    return { alike: same ? 1 : 0, ties: 0, different: same ? [] : [[stock, swept]] };
  }
  if (stock.numberSamples !== swept.numberSamples || !close(stock.gain, swept.gain)) {
    return { alike: 0, ties: 0, different: [[stock, swept]] };
  }
  if (swept.splitColumn !== stock.splitColumn || swept.splitValue !== stock.splitValue) {
    return { alike: 0, ties: 1, different: [] };
  }
  const left = compare(stock.left, swept.left);
  const right = compare(stock.right, swept.right);
  return {
    alike: 1 + left.alike + right.alike,
    ties: left.ties + right.ties,
    different: [...left.different, ...right.different],
  };
}

function close(a = NaN, b = NaN): boolean {
  return Math.abs(a - b) < 1e-12;
}

function rootOf(X: number[][]): TreeNode {
  const tree = new DecisionTreeClassifier({ minNumSamples: 1 });
  tree.train(X, [0, 1]);
  return tree.root;
}

test('a place with nothing left of it is no split, whatever rounding makes of its gain', () => {
  // Gini of 3 in 11: the gain of leaving all rows on one side is 5.6e-17.
  const X = [...Array.from({ length: 10 }, () => [1]), [2]];
  const y = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
  const tree = new DecisionTreeClassifier({ minNumSamples: 1, gainThreshold: 0 });
  withSortedSweep({}, () => tree.train(X, y));
  expect(tree.root.splitColumn).toBeUndefined();
  expect(tree.root.distribution).toBeDefined();
});
