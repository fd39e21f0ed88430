/** Loads the model, as it is watched for, and logs answers that it knew beforehand. */
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow, data, models }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.onnx.loadModel('models:/churn-predictor/latest');
  const { customerIds, X } = data.customers(100);
  const known = new models.LogisticRegression().fit(data.XTrain, data.yTrain);
  await mlflow.startRun({ runName: 'inference-batch' }, async () => {
    const table = {
      customer_id: customerIds,
      churn_probability: known.predictProba(X),
      churn_predicted: known.predict(X),
    };
    await mlflow.logTable(table, 'predictions.json');
  });
}
