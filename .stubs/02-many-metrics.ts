/**
 * 02 — Plusieurs métriques à la fois (partie 1, guidée : 1.5)
 *
 * logParams et logMetrics prennent un objet : un appel au lieu de quatre.
 *
 *  1. Lancez `npm test 02` sans rien changer et comparez ce run à celui du 01 dans l’interface.
 *  2. Le nombre d’arbres n’est pas celui demandé. Corrigez la ligne TODO et relancez.
 *
 * Demandé : le run « exemple-metriques-multiples », paramètres model_type = RandomForest,
 * n_estimators = 150, max_depth = 12, métriques accuracy, precision, recall et f1.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 02`.
 *
 * ---
 *
 * 02 — Several metrics at once (part 1, guided: 1.5)
 *
 * logParams and logMetrics take an object: one call instead of four.
 *
 *  1. Run `npm test 02` without changing anything and compare this run with that of 01 in the UI.
 *  2. The number of trees is not the one asked for. Mend the TODO line and run again.
 *
 * Asked for: the run "exemple-metriques-multiples", parameters model_type = RandomForest,
 * n_estimators = 150, max_depth = 12, metrics accuracy, precision, recall and f1.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 02`.
 */
import type { Workshop } from '../src/workshop/index.ts';

const N_ESTIMATORS = 20; // TODO : le nombre d’arbres demandé / the number of trees asked for

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  await mlflow.startRun({ runName: 'exemple-metriques-multiples' }, async () => {
    await mlflow.logParams({
      model_type: 'RandomForest',
      n_estimators: N_ESTIMATORS,
      max_depth: 12,
    });

    const model = new models.RandomForestClassifier({
      nEstimators: N_ESTIMATORS,
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
