import { bestModelChecks } from '../src/judge/checks/best-model.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { findsBestModel } from '../src/judge/holds.ts';
import { bestRunAndPredictions } from '../src/judge/python-values.ts';

export default defineGrader({
  name: '09-best-model',
  title: { fr: 'Trouver et charger le meilleur modèle', en: 'Find and load the best model' },
  hints: [
    {
      fr: 'Le meilleur run n’est ni le dernier, ni un run FAILED, ni un run supprimé : laissez MLflow chercher et trier.',
      en: 'The best run is neither the latest, nor a FAILED one, nor a deleted one: let MLflow search and sort.',
    },
    {
      fr: 'searchRuns avec filterString et orderBy, puis mlflow.onnx.loadModel avec une URI runs:/…/model, puis predict (avec await) sur cinq lignes.',
      en: 'searchRuns with filterString and orderBy, then mlflow.onnx.loadModel with a runs:/…/model URI, then predict (with await) on five rows.',
      python: {
        fr: 'search_runs avec filter_string et order_by, puis mlflow.sklearn.load_model avec une URI runs:/…/model, puis predict sur cinq lignes.',
        en: 'search_runs with filter_string and order_by, then mlflow.sklearn.load_model with a runs:/…/model URI, then predict on five rows.',
      },
    },
    {
      fr: 'Par exemple : filterString: "attributes.status = \'FAILED\'" ne garde que les runs échoués ; `runs:/${run.info.runId}/model` est le modèle de run.',
      en: 'For example: filterString: "attributes.status = \'FAILED\'" keeps the failed runs only; `runs:/${run.info.runId}/model` is the model of run.',
      python: {
        fr: 'Par exemple : filter_string="attributes.status = \'FAILED\'" ne garde que les runs échoués ; f"runs:/{run.info.run_id}/model" est le modèle de run.',
        en: 'For example: filter_string="attributes.status = \'FAILED\'" keeps the failed runs only; f"runs:/{run.info.run_id}/model" is the model of run.',
      },
    },
  ],
  arrange: 'competitor-models',
  isIn: findsBestModel,
  fromPython: bestRunAndPredictions,
  checks: bestModelChecks,
});
