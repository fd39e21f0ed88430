/**
 * 03 — Sauvegarder le modèle avec le run (partie 2 : 2.1)
 *
 * Le problème : un fichier model.pkl traîne sur le disque. De quel run vient-il ? Quelle accuracy ?
 *
 * La question : de quoi auriez-vous besoin pour qu’un modèle reste lié aux métriques qu’il a
 * obtenues ? Réfléchissez-y avant de lire la suite, puis complétez le blanc.
 *
 * Demandé : le run « avec-artefact-modele », paramètres n_estimators = 100, max_depth = 10,
 * métriques accuracy et f1, et le modèle entraîné, loggé sous le nom « model ». Les métriques et les
 * paramètres doivent être ceux de ce modèle : les unes sont recalculées, les autres relus dedans.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 03`.
 *
 * ---
 *
 * 03 — Save the model with the run (part 2: 2.1)
 *
 * The problem: a file model.pkl lies about on the disk. Which run is it from? What accuracy?
 *
 * The question: what would you need for a model to stay tied to the metrics that it reached? Think
 * about it before you read on, then fill in the blank.
 *
 * Asked for: the run "avec-artefact-modele", parameters n_estimators = 100, max_depth = 10,
 * metrics accuracy and f1, and the trained model, logged under the name "model". Metrics and parameters
 * must be those of this model: the former are computed again, the latter read from it.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 03`.
 */
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

    // TODO : logger le modèle dans ce run / log the model to this run
    // await mlflow.onnx.______(______, { name: '______' });
  });
}
