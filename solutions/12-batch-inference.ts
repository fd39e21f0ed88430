/** 4.4 — Prédire cent clients d’un coup / Predict a hundred customers at once. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
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
