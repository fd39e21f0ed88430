/** 3.2 — Des tags et une matrice de confusion / Tags and a confusion matrix. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics, plots }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'exercice-avec-tags-et-graphique' }, async () => {
    // Qui, et avec quoi : de quoi filtrer plus tard / Who, and with what: to filter by later
    await mlflow.setTag('author', 'Ada Lovelace');
    await mlflow.setTag('model_type', 'RandomForest');

    const model = new models.RandomForestClassifier({ nEstimators: 100, randomState: 42 });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    await mlflow.logMetric('accuracy', metrics.accuracyScore(data.yTest, yPred));

    const cm = metrics.confusionMatrix(data.yTest, yPred);
    await mlflow.logFigure(plots.confusionMatrix(cm), 'matrice_confusion.png');
  });
}
