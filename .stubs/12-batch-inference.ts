/**
 * 12 — Inférence batch (partie 4 : 4.4)
 *
 * Ce que fera un orchestrateur chaque nuit : charger le modèle du registre, prédire, garder le
 * résultat. L’évaluateur a déjà enregistré « churn-predictor ».
 *
 * Demandé : le run « inference-batch », qui logge une table (fichier JSON, par exemple
 * « predictions.json ») des 100 premiers clients, dans l’ordre du fichier :
 *  - customer_id ;
 *  - churn_probability : la probabilité de départ selon models:/churn-predictor/latest ;
 *  - churn_predicted : 0 ou 1 selon le même modèle.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 12`.
 *
 * ---
 *
 * 12 — Batch inference (part 4: 4.4)
 *
 * What an orchestrator will do every night: load the registered model, predict, keep the result. The
 * grader has registered "churn-predictor" already.
 *
 * Asked for: the run "inference-batch", which logs a table (a JSON file, for example
 * "predictions.json") of the first 100 customers, in the file's order:
 *  - customer_id;
 *  - churn_probability: the probability to leave according to models:/churn-predictor/latest;
 *  - churn_predicted: 0 or 1 according to the same model.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 12`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  // TODO : charger le modèle du registre / load the registered model

  await mlflow.startRun({ runName: 'inference-batch' }, async () => {
    const { customerIds, X } = data.customers(100);

    // TODO : prédire les probabilités et les étiquettes / predict probabilities and labels

    // TODO : faire la table et la logger / make the table and log it
    // const table = { customer_id: customerIds, ______: ______, ______: ______ };
  });
}
