import {
  DOUBLE,
  FLOAT,
  INT64,
  columnOfRows,
  initializer,
  intAttribute,
  node,
} from './onnx-graph.ts';
import type { Node } from './onnx-graph.ts';
import { ModelProto } from './onnx-schema.ts';

/** The names of the two outputs of every model of the workshop. */
export const LABEL = 'churned';
export const PROBABILITY = 'probability';

/**
 * The file of a model that takes one double tensor of shape [N] for each column (what MLflow sends for a
 * DataFrame with a column signature) and gives `churned` int64 [N] and `probability` float [N]. Both
 * outputs have one dimension because MLflow's pyfunc makes a DataFrame of them.
 * @param nodes make `is_churned` (bool [N]) and `probability` out of `X`, a double matrix [N, columns]
 */
export function encodeModel(
  columns: readonly string[],
  nodes: Node[],
  initializers: ReturnType<typeof initializer>[],
): Uint8Array {
  const stack = columns.map((name) => node('Unsqueeze', [name, 'axis_1'], [`${name}_column`]));
  const names = columns.map((name) => `${name}_column`);
  return ModelProto.encode({
    ir_version: 8,
    producer_name: 'du-chaos-a-mlflow',
    opset_import: [
      { domain: '', version: 17 },
      { domain: 'ai.onnx.ml', version: 3 },
    ],
    graph: {
      name: 'churn',
      node: [
        ...stack,
        node('Concat', names, ['X'], [intAttribute('axis', 1)]),
        ...nodes,
        node('Cast', ['is_churned'], [LABEL], [intAttribute('to', INT64)]),
      ],
      initializer: [initializer('axis_1', BigInt64Array.of(1n), [1]), ...initializers],
      input: columns.map((name) => columnOfRows(name, DOUBLE)),
      output: [columnOfRows(LABEL, INT64), columnOfRows(PROBABILITY, FLOAT)],
    },
  }).finish();
}
