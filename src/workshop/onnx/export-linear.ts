import { FLOAT, initializer, intAttribute, node } from './onnx-graph.ts';
import { columnNames } from './onnx-export.ts';
import type { OnnxExport } from './onnx-export.ts';
import { PROBABILITY, encodeModel } from './onnx-model.ts';

interface LinearModel {
  coef: number[];
  intercept: number;
  example: number[][];
}

/** A logistic regression as ONNX, computed in double precision as in TypeScript. */
export function exportLinear({ coef, intercept, example }: LinearModel): OnnxExport {
  const columns = columnNames(coef.length);
  const nodes = [
    node('MatMul', ['X', 'coef'], ['product']),
    node('Squeeze', ['product', 'axis_1'], ['product_rows']),
    node('Add', ['product_rows', 'intercept'], ['score']),
    node('Greater', ['score', 'zero'], ['is_churned']),
    node('Sigmoid', ['score'], ['probability_double']),
    node('Cast', ['probability_double'], [PROBABILITY], [intAttribute('to', FLOAT)]),
  ];
  const initializers = [
    initializer('coef', Float64Array.from(coef), [coef.length, 1]),
    initializer('intercept', Float64Array.of(intercept)),
    initializer('zero', Float64Array.of(0)),
  ];
  return { model: encodeModel(columns, nodes, initializers), columns, example };
}
