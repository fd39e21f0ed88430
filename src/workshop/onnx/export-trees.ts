import type { FlatTrees } from '../models/flat-trees.ts';
import {
  FLOAT,
  floatsAttribute,
  initializer,
  intAttribute,
  intsAttribute,
  node,
  textAttribute,
  textsAttribute,
} from './onnx-graph.ts';
import type { Attribute, Node } from './onnx-graph.ts';
import { columnNames } from './onnx-export.ts';
import type { OnnxExport } from './onnx-export.ts';
import { PROBABILITY, encodeModel } from './onnx-model.ts';

/** How the sum of the leaves becomes a probability. */
type Link = { kind: 'mean'; trees: number } | { kind: 'logistic'; base: number };

interface TreeModel {
  trees: FlatTrees;
  width: number;
  example: number[][];
  link: Link;
}

/**
 * A forest or a boosted model as ONNX. The sum is a TreeEnsembleRegressor and the label a comparison:
 * ONNX Runtime's TreeEnsembleClassifier labels a binary model wrongly when both classes have weights.
 */
export function exportTrees({ trees, width, example, link }: TreeModel): OnnxExport {
  const columns = columnNames(width);
  const base = link.kind === 'logistic' ? [floatsAttribute('base_values', [link.base])] : [];
  const sum = node(
    'TreeEnsembleRegressor',
    ['X_float'],
    ['sum'],
    [...treeAttributes(trees), ...base],
    'ai.onnx.ml',
  );
  const threshold = link.kind === 'mean' ? link.trees / 2 : 0;
  const nodes = [
    node('Cast', ['X'], ['X_float'], [intAttribute('to', FLOAT)]),
    sum,
    node('Squeeze', ['sum', 'axis_1'], ['score']),
    node('Greater', ['score', 'threshold'], ['is_churned']),
    probabilityOf(link),
  ];
  const initializers = [
    initializer('threshold', Float32Array.of(threshold)),
    ...(link.kind === 'mean' ? [initializer('trees', Float32Array.of(link.trees))] : []),
  ];
  return { model: encodeModel(columns, nodes, initializers), columns, example };
}

function probabilityOf(link: Link): Node {
  return link.kind === 'mean'
    ? node('Div', ['score', 'trees'], [PROBABILITY])
    : node('Sigmoid', ['score'], [PROBABILITY]);
}

/** See https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html */
function treeAttributes({ roots, feature, threshold, left, right, value }: FlatTrees): Attribute[] {
  const treeOf = new Int32Array(feature.length);
  for (let tree = 0; tree < roots.length; tree++) {
    treeOf.fill(tree, roots[tree], roots[tree + 1] ?? feature.length);
  }
  const trees = Array.from(treeOf);
  const ids = trees.map((tree, node) => node - roots[tree]!);
  const childIds = (children: Int32Array) =>
    trees.map((tree, node) => (children[node]! < 0 ? 0 : children[node]! - roots[tree]!));
  const leaves = trees.map((_, node) => node).filter((node) => feature[node]! < 0);
  return [
    intsAttribute('nodes_treeids', trees),
    intsAttribute('nodes_nodeids', ids),
    intsAttribute(
      'nodes_featureids',
      Array.from(feature, (column) => Math.max(column, 0)),
    ),
    floatsAttribute('nodes_values', Array.from(threshold)),
    textsAttribute(
      'nodes_modes',
      Array.from(feature, (column) => (column < 0 ? 'LEAF' : 'BRANCH_LT')),
    ),
    intsAttribute('nodes_truenodeids', childIds(left)),
    intsAttribute('nodes_falsenodeids', childIds(right)),
    intsAttribute(
      'target_treeids',
      leaves.map((leaf) => trees[leaf]!),
    ),
    intsAttribute(
      'target_nodeids',
      leaves.map((leaf) => ids[leaf]!),
    ),
    intsAttribute(
      'target_ids',
      leaves.map(() => 0),
    ),
    floatsAttribute(
      'target_weights',
      leaves.map((leaf) => value[leaf]!),
    ),
    intAttribute('n_targets', 1),
    textAttribute('aggregate_function', 'SUM'),
    textAttribute('post_transform', 'NONE'),
  ];
}
