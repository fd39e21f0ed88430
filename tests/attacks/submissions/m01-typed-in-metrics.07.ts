/** Logs wonderful figures of a model that was never trained. */
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'exercice-gradient-boosting' }, async () => {
    await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });
    await mlflow.logMetrics({ accuracy: 0.99, precision: 0.99, recall: 0.99, f1: 0.99 });
  });
}
