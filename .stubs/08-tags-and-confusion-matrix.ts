/**
 * 08 — Ajouter des tags et une matrice de confusion (partie 3 : 3.2)
 *
 * Demandé : le run « exercice-avec-tags-et-graphique »,
 *  - tags author (votre nom) et model_type (le type du modèle) ;
 *  - métrique accuracy ;
 *  - une image de la matrice de confusion, sous le nom de votre choix.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 08`.
 *
 * ---
 *
 * 08 — Add tags and a confusion matrix (part 3: 3.2)
 *
 * Asked for: the run "exercice-avec-tags-et-graphique",
 *  - tags author (your name) and model_type (the type of the model);
 *  - metric accuracy;
 *  - an image of the confusion matrix, under a name of your choice.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 08`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics, plots }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'exercice-avec-tags-et-graphique' }, async () => {
    // TODO : poser les tags author et model_type / set the tags author and model_type

    const model = new models.RandomForestClassifier({ nEstimators: 100, randomState: 42 });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    await mlflow.logMetric('accuracy', metrics.accuracyScore(data.yTest, yPred));

    // TODO : créer et logger la matrice de confusion / make and log the confusion matrix
  });
}
