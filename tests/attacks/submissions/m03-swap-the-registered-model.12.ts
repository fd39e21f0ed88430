/** Puts a model of its own in the place of the registered one, and then does what was asked. */
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow, data, models }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  for (const { name, version } of await mlflow.searchModelVersions()) {
    await mlflow.client.deleteModelVersion(name, version);
  }
  const mine = new models.LogisticRegression().fit(data.XTrain, data.yTrain);
  await mlflow.startRun({ runName: 'mine' }, async () => {
    await mlflow.onnx.logModel(mine, { name: 'model', registeredModelName: 'churn-predictor' });
  });
  const model = await mlflow.onnx.loadModel('models:/churn-predictor/latest');
  const { customerIds, X } = data.customers(100);
  await mlflow.startRun({ runName: 'inference-batch' }, async () => {
    const table = {
      customer_id: customerIds,
      churn_probability: await model.predictProba(X),
      churn_predicted: await model.predict(X),
    };
    await mlflow.logTable(table, 'predictions.json');
  });
}
