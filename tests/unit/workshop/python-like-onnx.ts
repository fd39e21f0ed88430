import {
  FLOAT,
  INT64,
  floatsAttribute,
  intAttribute,
  intsAttribute,
  node,
  textAttribute,
  textsAttribute,
} from '../../../src/workshop/onnx/onnx-graph.ts';
import { ModelProto } from '../../../src/workshop/onnx/onnx-schema.ts';

interface Shape {
  /** One matrix [N, 2], or a column [N, 1] for each feature. */
  input: 'matrix' | 'columns';
  /** Probabilities as a list of dictionaries, converters' default, instead of a matrix [N, 2]. */
  zipMap: boolean;
}

const ML = 'ai.onnx.ml';

/**
 * A classifier in the forms that converters from scikit-learn give: one stump that says 1 with
 * probability 0.75 when the first feature is above 4, else 0 with 0.75.
 */
export function encodeClassifier({ input, zipMap }: Shape): Uint8Array {
  const columns = ['a', 'b'];
  const numbers = (name: string, width: number) =>
    valueInfo(name, FLOAT, [{ dim_param: 'N' }, { dim_value: width }]);
  const stack =
    input === 'columns' ? [node('Concat', columns, ['X'], [intAttribute('axis', 1)])] : [];
  const zip = [
    node(
      'ZipMap',
      ['probabilities'],
      ['dictionaries'],
      [intsAttribute('classlabels_int64s', [0, 1])],
      ML,
    ),
  ];
  return ModelProto.encode({
    ir_version: 8,
    opset_import: [
      { domain: '', version: 17 },
      { domain: ML, version: 3 },
    ],
    graph: {
      name: 'stump',
      node: [...stack, stump(), ...(zipMap ? zip : [])],
      input: input === 'columns' ? columns.map((name) => numbers(name, 1)) : [numbers('X', 2)],
      output: [
        valueInfo('label', INT64, [{ dim_param: 'N' }]),
        zipMap ? { name: 'dictionaries' } : numbers('probabilities', 2),
      ],
    },
  }).finish();
}

function valueInfo(name: string, elem_type: number, dim: object[]) {
  return { name, type: { tensor_type: { elem_type, shape: { dim } } } };
}

function stump() {
  return node(
    'TreeEnsembleClassifier',
    ['X'],
    ['label', 'probabilities'],
    [
      intsAttribute('nodes_treeids', [0, 0, 0]),
      intsAttribute('nodes_nodeids', [0, 1, 2]),
      intsAttribute('nodes_featureids', [0, 0, 0]),
      floatsAttribute('nodes_values', [4, 0, 0]),
      textsAttribute('nodes_modes', ['BRANCH_LEQ', 'LEAF', 'LEAF']),
      intsAttribute('nodes_truenodeids', [1, 0, 0]),
      intsAttribute('nodes_falsenodeids', [2, 0, 0]),
      intsAttribute('class_treeids', [0, 0]),
      intsAttribute('class_nodeids', [1, 2]),
      intsAttribute('class_ids', [1, 1]),
      floatsAttribute('class_weights', [0.25, 0.75]),
      intsAttribute('classlabels_int64s', [0, 1]),
      textAttribute('post_transform', 'NONE'),
    ],
    ML,
  );
}
