/** Logs an MLmodel whose file is "in" other folders: of a neighbour, of the server, of the grader. */
import type { Workshop } from '../../../src/workshop/index.ts';

const PLACES = [
  '../../../../../../etc/passwd',
  '@secret@',
  '%2e%2e/%2e%2e/x',
  '..\\..\\x',
  'file://@secret@',
];

export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  for (const data of PLACES) {
    await mlflow.startRun({ runName: 'exercice-gradient-boosting' }, async () => {
      await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });
      await mlflow.logModel({
        name: 'model',
        files: { 'model.onnx': 'x' },
        flavors: { onnx: { data } },
      });
    });
  }
}
