import { expect, test } from 'vitest';
import { honestParams } from '../../../src/judge/checks/honest-params.ts';
import type { ModelFact } from '../../../src/judge/snapshot.ts';
import { said } from './messages-of.ts';
import { modelWith, runWith, snapshotWith } from './snapshots.ts';

const answers = (trees: ModelFact['trees'], nEstimators = '100') => {
  const params = { n_estimators: nEstimators, max_depth: '5' };
  const runs = [runWith({ params, models: [modelWith({ trees })] })];
  return honestParams('a-run').map((check) => said(check, snapshotWith({ runs })));
};

test('as many trees as logged, none deeper, pass', () => {
  expect(answers({ count: 100, depth: 5 })).toEqual([null, null]);
  expect(answers({ count: 100, depth: 5 }, '100.0')).toEqual([null, null]);
});

test('fewer trees than logged are counted out', () => {
  expect(answers({ count: 10, depth: 5 })).toEqual([
    'The logged parameter is n_estimators = 100; the logged model has 10 trees.',
    null,
  ]);
});

test('a deeper tree than logged is told', () => {
  expect(answers({ count: 100, depth: 8 })).toEqual([
    null,
    'The logged parameter is max_depth = 5; a tree of the logged model is 8 deep.',
  ]);
});

test('shallow trees pass: they stop when nothing is left to split', () => {
  expect(answers({ count: 100, depth: 3 })).toEqual([null, null]);
});

test('a model whose trees cannot be counted passes', () => {
  expect(answers(null)).toEqual([null, null]);
});
