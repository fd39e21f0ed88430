/**
 * 10 — Enregistrer un modèle dans le Model Registry (partie 4 : 4.1 et 4.2)
 *
 * Le registre donne un nom et des numéros de version aux modèles : fini model_v2_final.pkl.
 *
 * Demandé :
 *  1. le run « modele-pour-registry », paramètres n_estimators = 200, max_depth = 12, métriques
 *     accuracy et f1, modèle loggé « model » ;
 *  2. ce modèle enregistré sous le nom « churn-predictor » ;
 *  3. le modèle rechargé deux fois : par models:/churn-predictor/latest et par son numéro de version ;
 *  4. rendre { latest, byNumber } : les prédictions de chacun pour les cinq premières lignes de test.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 10`.
 *
 * ---
 *
 * 10 — Register a model in the Model Registry (part 4: 4.1 and 4.2)
 *
 * The registry gives models a name and version numbers: no more model_v2_final.pkl.
 *
 * Asked for:
 *  1. the run "modele-pour-registry", parameters n_estimators = 200, max_depth = 12, metrics
 *     accuracy and f1, logged model "model";
 *  2. that model registered under the name "churn-predictor";
 *  3. the model loaded back twice: by models:/churn-predictor/latest and by its version number;
 *  4. return { latest, byNumber }: the predictions of each for the first five test rows.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 10`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  const runId = await mlflow.startRun({ runName: 'modele-pour-registry' }, async (run) => {
    // TODO : entraîner la forêt, logger paramètres, métriques et modèle
    //        train the forest, log parameters, metrics and model

    return run.info.runId;
  });

  // TODO : enregistrer le modèle de ce run / register the model of this run
  console.log(`URI : runs:/${runId}/model`);

  // TODO : le recharger, par latest puis par numéro / load it back, by latest and then by number

  // TODO : cinq prédictions de chacun / five predictions of each
  return { latest: [], byNumber: [] };
}
