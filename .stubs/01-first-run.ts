/**
 * 01 — Votre premier run (partie 1, guidée : 1.2 à 1.4)
 *
 * Un run est une exécution de votre code d’entraînement, gardée par MLflow avec ce qui est entré
 * (paramètres) et ce qui est sorti (métriques). Une expérience est le dossier qui réunit les runs.
 *
 *  1. Ce fichier est complet : lancez `npm test 01` sans rien changer.
 *  2. Ouvrez l’adresse affichée à la fin du verdict et trouvez paramètres et métriques.
 *  3. Une valeur n’est pas celle demandée. Corrigez la ligne TODO et relancez.
 *
 * Demandé : le run « mon-premier-run-mlflow » dans l’expérience « workshop-churn-learning »,
 * paramètres model_type = RandomForest, n_estimators = 100, max_depth = 10,
 * métriques accuracy et f1.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 01`.
 *
 * ---
 *
 * 01 — Your first run (part 1, guided: 1.2 to 1.4)
 *
 * A run is one execution of your training code, kept by MLflow with what went in (parameters) and
 * what came out (metrics). An experiment is the folder that holds runs together.
 *
 *  1. This file is complete: run `npm test 01` without changing anything.
 *  2. Open the address at the end of the verdict and find parameters and metrics.
 *  3. One value is not the one asked for. Mend the TODO line and run again.
 *
 * Asked for: the run "mon-premier-run-mlflow" in the experiment "workshop-churn-learning",
 * parameters model_type = RandomForest, n_estimators = 100, max_depth = 10,
 * metrics accuracy and f1.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 01`.
 */
import type { Workshop } from '../src/workshop/index.ts';

const MAX_DEPTH = 3; // TODO : la profondeur demandée / the depth asked for

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  // L’expérience est créée si elle n’existe pas encore / The experiment is created when it is not there yet
  await mlflow.setExperiment('workshop-churn-learning');

  // Le run commence ici et se termine avec la fonction / The run starts here and ends with the function
  await mlflow.startRun({ runName: 'mon-premier-run-mlflow' }, async () => {
    // 1. Les paramètres : ce qui entre / The parameters: what goes in
    await mlflow.logParam('model_type', 'RandomForest');
    await mlflow.logParam('n_estimators', 100);
    await mlflow.logParam('max_depth', MAX_DEPTH);

    // 2. L’entraînement, comme d’habitude / The training, as usual
    const model = new models.RandomForestClassifier({
      nEstimators: 100,
      maxDepth: MAX_DEPTH,
      randomState: 42,
    });
    model.fit(data.XTrain, data.yTrain);

    // 3. Les prédictions sur des lignes jamais vues / The predictions on rows never seen
    const yPred = model.predict(data.XTest);

    // 4. Les métriques : ce qui sort / The metrics: what comes out
    const accuracy = metrics.accuracyScore(data.yTest, yPred);
    const f1 = metrics.f1Score(data.yTest, yPred);
    await mlflow.logMetric('accuracy', accuracy);
    await mlflow.logMetric('f1', f1);

    console.log(`accuracy = ${accuracy.toFixed(4)}, f1 = ${f1.toFixed(4)}`);
  });
}
