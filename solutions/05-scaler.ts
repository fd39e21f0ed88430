/** 2.3 — Le scaler avec le modèle / The scaler with the model. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'logistique-avec-scaler' }, async () => {
    // fit sur l’entraînement seulement : le test ne doit rien apprendre au scaler.
    // fit on the training rows only: the test rows must teach the scaler nothing.
    const scaler = new models.StandardScaler();
    const XTrainScaled = scaler.fitTransform(data.XTrain);
    const XTestScaled = scaler.transform(data.XTest);
    await mlflow.logDict(scaler.toJSON(), 'preprocessing/scaler.json');

    const model = new models.LogisticRegression({ maxIter: 1000, randomState: 42 });
    model.fit(XTrainScaled, data.yTrain);
    const yPred = model.predict(XTestScaled);

    await mlflow.logMetrics({ accuracy: metrics.accuracyScore(data.yTest, yPred) });
    await mlflow.onnx.logModel(model, { name: 'model' });

    // Pour qui rechargera ce modèle / For whoever loads this model
    await mlflow.setTag('requires_scaling', 'true');
  });
}
