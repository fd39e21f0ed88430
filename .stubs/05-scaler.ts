/**
 * 05 — Sauvegarder le scaler avec le modèle (partie 2 : 2.3)
 *
 * Le problème : la régression logistique apprend sur des colonnes centrées et réduites. Sans les
 * moyennes et les écarts de l’entraînement, le modèle rechargé prédit n’importe quoi, sans erreur.
 *
 * La question : de quoi auriez-vous besoin, dans le run, pour prédire correctement dans six mois ?
 * Réfléchissez-y, puis complétez les blancs.
 *
 * Demandé : le run « logistique-avec-scaler », la métrique accuracy, le modèle loggé « model », le
 * scaler de l’entraînement en JSON sous preprocessing/ (par exemple « preprocessing/scaler.json »), et
 * le tag requires_scaling = true. Scaler et modèle ensemble doivent redonner l’accuracy loggée.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 05`.
 *
 * ---
 *
 * 05 — Save the scaler with the model (part 2: 2.3)
 *
 * The problem: logistic regression learns on centred and scaled columns. Without the means and
 * deviations of the training, the model loaded back predicts nonsense, with no error.
 *
 * The question: what would you need, in the run, to predict rightly in six months? Think about it,
 * then fill in the blanks.
 *
 * Asked for: the run "logistique-avec-scaler", the metric accuracy, the logged model "model", the
 * scaler of the training as JSON under preprocessing/ (for example "preprocessing/scaler.json"), and
 * the tag requires_scaling = true. Scaler and model together must give the logged accuracy again.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 05`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'logistique-avec-scaler' }, async () => {
    const scaler = new models.StandardScaler();
    const XTrainScaled = scaler.fitTransform(data.XTrain);
    const XTestScaled = scaler.transform(data.XTest);

    // TODO : sauvegarder le scaler / save the scaler
    // await mlflow.______(scaler.______(), 'preprocessing/______');

    const model = new models.LogisticRegression({ maxIter: 1000, randomState: 42 });
    model.fit(XTrainScaled, data.yTrain);
    const yPred = model.predict(XTestScaled);

    await mlflow.logMetrics({ accuracy: metrics.accuracyScore(data.yTest, yPred) });

    // TODO : logger le modèle, puis poser le tag / log the model, then set the tag
    // await mlflow.onnx.______(______, { name: '______' });
    // await mlflow.______('requires_scaling', '______');
  });
}
