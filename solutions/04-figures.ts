/** 2.2 — Un graphique comme artefact / A figure as an artifact. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics, plots }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'avec-graphiques' }, async () => {
    const model = new models.RandomForestClassifier({ nEstimators: 100, randomState: 42 });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    await mlflow.logMetrics({ accuracy: metrics.accuracyScore(data.yTest, yPred) });

    // Compter, dessiner, attacher au run : aucun fichier local.
    // Count, draw, attach to the run: no local file.
    const cm = metrics.confusionMatrix(data.yTest, yPred);
    await mlflow.logFigure(plots.confusionMatrix(cm), 'matrice_confusion.png');
  });
}
