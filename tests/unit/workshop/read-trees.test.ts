import { expect, test } from 'vitest';
import { models, readTrees } from '../../../src/workshop/index.ts';
import { intsAttribute, node, textsAttribute } from '../../../src/workshop/onnx/onnx-graph.ts';
import { ModelProto } from '../../../src/workshop/onnx/onnx-schema.ts';
import { encodeClassifier } from './python-like-onnx.ts';
import { data } from './read-customers.ts';

const X = data.XTrain.slice(0, 400);
const y = data.yTrain.slice(0, 400);

test.for([
  [20, 4],
  [21, 7],
])('a forest of %i trees of depth %i is read as such', ([count, depth]) => {
  const forest = new models.RandomForestClassifier({ nEstimators: count!, maxDepth: depth! });
  expect(readTrees(forest.fit(X, y).toOnnx().model)).toEqual({ count, depth });
});

test('a boosted model is read as such', () => {
  const boosted = new models.GradientBoostingClassifier({ nEstimators: 12, maxDepth: 5 });
  expect(readTrees(boosted.fit(X, y).toOnnx().model)).toEqual({ count: 12, depth: 5 });
});

test('trees of a single leaf have no depth', () => {
  const forest = new models.RandomForestClassifier({ nEstimators: 3 });
  const same = [
    [1, 1],
    [1, 1],
  ];
  expect(readTrees(forest.fit(same, [0, 1]).toOnnx().model)).toEqual({ count: 3, depth: 0 });
});

test('a classifier as Python converts it is counted', () => {
  const bytes = encodeClassifier({ input: 'matrix', zipMap: true });
  expect(readTrees(bytes)).toEqual({ count: 1, depth: 1 });
});

test('a model of another kind has no trees', () => {
  const linear = new models.LogisticRegression().fit(X, y);
  expect(readTrees(linear.toOnnx().model)).toEqual({ count: 0, depth: 0 });
});

const stump = (changes: Record<string, number[]> = {}) => {
  const ints = {
    nodes_treeids: [0, 0, 0],
    nodes_nodeids: [0, 1, 2],
    nodes_truenodeids: [1, 0, 0],
    nodes_falsenodeids: [2, 0, 0],
    ...changes,
  };
  const attributes = Object.entries(ints).map(([name, values]) => intsAttribute(name, values));
  const modes = textsAttribute('nodes_modes', ['BRANCH_LEQ', 'LEAF', 'LEAF']);
  return node('TreeEnsembleClassifier', ['X'], ['y'], [...attributes, modes], 'ai.onnx.ml');
};
const encode = (...nodes: ReturnType<typeof stump>[]) =>
  ModelProto.encode({ graph: { node: nodes } }).finish();

test('a hand-made stump is counted; two ensembles, or the newer operator, are not', () => {
  expect(readTrees(encode(stump()))).toEqual({ count: 1, depth: 1 });
  expect(readTrees(encode(stump(), stump()))).toBeNull();
  expect(readTrees(encode({ ...stump(), op_type: 'TreeEnsemble' }))).toBeNull();
});

const broken: [string, Record<string, number[]>][] = [
  ['a child that is not there', { nodes_truenodeids: [7, 0, 0] }],
  ['a node that is its own child', { nodes_truenodeids: [0, 0, 0] }],
  ['a child of two parents', { nodes_truenodeids: [2, 0, 0] }],
  ['lists of different lengths', { nodes_nodeids: [0, 1] }],
  ['no nodes', { nodes_treeids: [] }],
];
test.for(broken)('%s makes no tree', ([, changes]) => {
  expect(readTrees(encode(stump(changes)))).toBeNull();
});
