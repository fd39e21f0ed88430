/** 2.1 — Le modèle avec son run / The model with its run. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'avec-artefact-modele' }, async () => {
    await mlflow.logParams({ n_estimators: 100, max_depth: 10 });

    const model = new models.RandomForestClassifier({
      nEstimators: 100,
      maxDepth: 10,
      randomState: 42,
    });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    await mlflow.logMetrics({
      accuracy: metrics.accuracyScore(data.yTest, yPred),
      f1: metrics.f1Score(data.yTest, yPred),
    });

    // Dans le run : le modèle et ses métriques ne se quittent plus.
    // Inside the run: the model and its metrics stay together.
    await mlflow.onnx.logModel(model, { name: 'model' });
  });
}
