import { honestParams } from '../src/judge/checks/honest-params.ts';
import { honestMetric, loggedModel } from '../src/judge/checks/model.ts';
import { registryChecks } from '../src/judge/checks/registry.ts';
import { runFinished } from '../src/judge/checks/run.ts';
import { metric, param } from '../src/judge/checks/values.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { calling } from '../src/judge/holds.ts';
import { bothPredictions } from '../src/judge/python-values.ts';

const RUN = 'modele-pour-registry';

export default defineGrader({
  name: '10-model-registry',
  title: {
    fr: 'Enregistrer un modèle dans le Model Registry',
    en: 'Register a model in the Model Registry',
  },
  hints: [
    {
      fr: 'Quatre étapes : logger le run et son modèle, enregistrer ce modèle, le recharger deux fois, prédire cinq lignes avec chacun.',
      en: 'Four steps: log the run and its model, register that model, load it back twice, predict five rows with each.',
    },
    {
      fr: 'mlflow.registerModel prend une URI runs:/ID/model et un nom ; il rend la version. mlflow.onnx.loadModel prend models:/NOM/latest ou models:/NOM/NUMÉRO.',
      en: 'mlflow.registerModel takes a runs:/ID/model URI and a name; it gives the version. mlflow.onnx.loadModel takes models:/NAME/latest or models:/NAME/NUMBER.',
      python: {
        fr: 'mlflow.register_model prend une URI runs:/ID/model et un nom ; il rend la version. mlflow.sklearn.load_model prend models:/NOM/latest ou models:/NOM/NUMÉRO.',
        en: 'mlflow.register_model takes a runs:/ID/model URI and a name; it gives the version. mlflow.sklearn.load_model takes models:/NAME/latest or models:/NAME/NUMBER.',
      },
    },
    {
      fr: 'Par exemple : const { version } = await mlflow.registerModel(uri, "mon-modele"); puis await mlflow.onnx.loadModel(`models:/mon-modele/${version}`);',
      en: 'For example: const { version } = await mlflow.registerModel(uri, "my-model"); then await mlflow.onnx.loadModel(`models:/my-model/${version}`);',
      python: {
        fr: 'Par exemple : mv = mlflow.register_model(uri, "mon-modele"), puis mlflow.sklearn.load_model(f"models:/mon-modele/{mv.version}").',
        en: 'For example: mv = mlflow.register_model(uri, "my-model"), then mlflow.sklearn.load_model(f"models:/my-model/{mv.version}").',
      },
    },
  ],
  registers: true,
  isIn: calling('register'),
  fromPython: bothPredictions(RUN),
  checks: [
    runFinished(RUN),
    param(RUN, 'n_estimators', 200),
    param(RUN, 'max_depth', 12),
    metric(RUN, 'accuracy'),
    metric(RUN, 'f1'),
    loggedModel(RUN),
    honestMetric(RUN, 'accuracy'),
    ...honestParams(RUN),
    ...registryChecks(RUN, 'churn-predictor'),
  ],
});
