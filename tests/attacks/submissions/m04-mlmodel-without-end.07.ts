/** Logs an MLmodel that takes a reader minutes and gigabytes: aliases of aliases, and 60 MB of nested YAML. */
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  const laughs = ['a0: &a0 [lol]'];
  for (let i = 1; i < 30; i++) laughs.push(`a${i}: &a${i} [${`*a${i - 1},`.repeat(10)}]`);
  const long = `flavors: {onnx: {data: model.onnx, x: [${'{a: [1]}, '.repeat(6_000_000)}]}}`;
  for (const text of [laughs.join('\n'), long]) {
    await mlflow.startRun({ runName: 'exercice-gradient-boosting' }, async () => {
      await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });
      await mlflow.logText(text, 'model/MLmodel');
    });
  }
}
