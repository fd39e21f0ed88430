/**
 * 04 — Sauvegarder un graphique (partie 2 : 2.2)
 *
 * Le problème : la matrice de confusion s’affichait dans le notebook, puis disparaissait avec lui.
 *
 * La question : de quoi auriez-vous besoin pour retrouver la figure à côté de l’accuracy, sans
 * fichier local ? Réfléchissez-y, puis complétez les blancs.
 *
 * Demandé : le run « avec-graphiques », la métrique accuracy, et l’artefact « matrice_confusion.png »,
 * une vraie image de la matrice de confusion sur les lignes de test.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 04`.
 *
 * ---
 *
 * 04 — Save a figure (part 2: 2.2)
 *
 * The problem: the confusion matrix was shown in the notebook, then vanished with it.
 *
 * The question: what would you need to find the figure again next to the accuracy, with no local
 * file? Think about it, then fill in the blanks.
 *
 * Asked for: the run "avec-graphiques", the metric accuracy, and the artifact
 * "matrice_confusion.png", a real image of the confusion matrix on the test rows.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 04`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics, plots }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'avec-graphiques' }, async () => {
    const model = new models.RandomForestClassifier({ nEstimators: 100, randomState: 42 });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    await mlflow.logMetrics({ accuracy: metrics.accuracyScore(data.yTest, yPred) });

    // TODO : compter, dessiner, attacher / count, draw, attach
    // const cm = metrics.______(______, ______);
    // const figure = plots.______(cm);
    // await mlflow.______(figure, '______');
  });
}
