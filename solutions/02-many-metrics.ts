/** 1.5 — Plusieurs métriques d’un coup / Several metrics at once. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'exemple-metriques-multiples' }, async () => {
    // Un seul appel, une seule requête / One call, one request
    await mlflow.logParams({ model_type: 'RandomForest', n_estimators: 150, max_depth: 12 });

    const model = new models.RandomForestClassifier({
      nEstimators: 150,
      maxDepth: 12,
      randomState: 42,
    });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    await mlflow.logMetrics({
      accuracy: metrics.accuracyScore(data.yTest, yPred),
      precision: metrics.precisionScore(data.yTest, yPred),
      recall: metrics.recallScore(data.yTest, yPred),
      f1: metrics.f1Score(data.yTest, yPred),
    });
  });
}
