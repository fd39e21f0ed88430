/** 1.2 à 1.4 — Le premier run / The first run. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'mon-premier-run-mlflow' }, async () => {
    // Ce qui entre dans le modèle / What goes into the model
    await mlflow.logParam('model_type', 'RandomForest');
    await mlflow.logParam('n_estimators', 100);
    await mlflow.logParam('max_depth', 10);

    const model = new models.RandomForestClassifier({
      nEstimators: 100,
      maxDepth: 10,
      randomState: 42,
    });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    // Ce qui en sort / What comes out of it
    await mlflow.logMetric('accuracy', metrics.accuracyScore(data.yTest, yPred));
    await mlflow.logMetric('f1', metrics.f1Score(data.yTest, yPred));
  });
}
