/**
 * 09 — Défi : trouver et charger le meilleur modèle (partie 3 : 3.3)
 *
 * L’évaluateur a ajouté des runs à l’expérience « workshop-churn-learning » : des supprimés, un
 * FAILED, un sans accuracy. Chaque run a son modèle, et chaque modèle prédit autre chose.
 *
 * Demandé :
 *  1. trouver le run actif et FINISHED qui a la meilleure accuracy ;
 *  2. charger le modèle de ce run depuis MLflow ;
 *  3. prédire les cinq premières lignes de test ;
 * et rendre { runId, predictions }.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 09`.
 *
 * ---
 *
 * 09 — Challenge: find and load the best model (part 3: 3.3)
 *
 * The grader has added runs to the experiment "workshop-churn-learning": deleted ones, a FAILED one,
 * one without accuracy. Each run has its model, and each model predicts something else.
 *
 * Asked for:
 *  1. find the active, FINISHED run with the best accuracy;
 *  2. load that run's model from MLflow;
 *  3. predict the first five test rows;
 * and return { runId, predictions }.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 09`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  // TODO : chercher le meilleur run / search for the best run

  // TODO : charger son modèle / load its model

  // TODO : prédire cinq lignes / predict five rows
  const rows = data.XTest.slice(0, 5);

  return { runId: null, predictions: [] };
}
