/**
 * 07 — Logger un Gradient Boosting (partie 3 : 3.1)
 *
 * À vous : l’entraînement est là, rien n’est encore loggé.
 *
 * Demandé : le run « exercice-gradient-boosting »,
 *  - paramètres n_estimators = 100, learning_rate = 0.1, max_depth = 5 ;
 *  - métriques accuracy, precision, recall et f1 sur les lignes de test ;
 *  - le modèle entraîné avec ces paramètres, loggé sous le nom « model ».
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 07`.
 *
 * ---
 *
 * 07 — Log a gradient boosting (part 3: 3.1)
 *
 * Your turn: the training is there, nothing is logged yet.
 *
 * Asked for: the run "exercice-gradient-boosting",
 *  - parameters n_estimators = 100, learning_rate = 0.1, max_depth = 5;
 *  - metrics accuracy, precision, recall and f1 on the test rows;
 *  - the model trained with these parameters, logged under the name "model".
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 07`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'exercice-gradient-boosting' }, async () => {
    const nEstimators = 100;
    const learningRate = 0.1;
    const maxDepth = 5;

    // TODO : logger les trois paramètres / log the three parameters

    const model = new models.GradientBoostingClassifier({
      nEstimators,
      learningRate,
      maxDepth,
      randomState: 42,
    });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    // TODO : calculer et logger les quatre métriques / compute and log the four metrics

    // TODO : logger le modèle / log the model
  });
}
