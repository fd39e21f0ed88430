import { honestParams } from '../src/judge/checks/honest-params.ts';
import { honestMetric, loggedModel } from '../src/judge/checks/model.ts';
import { runFinished } from '../src/judge/checks/run.ts';
import { metric, param } from '../src/judge/checks/values.ts';
import { defineGrader } from '../src/judge/grader.ts';

const RUN = 'avec-artefact-modele';

export default defineGrader({
  name: '03-model-artifact',
  title: { fr: 'Sauvegarder le modèle avec le run', en: 'Save the model with the run' },
  hints: [
    {
      fr: 'Un fichier sur votre disque ne sait pas de quel run il vient. Qui le sait ?',
      en: 'A file on your disk does not know which run it came from. What does?',
    },
    {
      fr: 'mlflow.onnx a une fonction qui logge un modèle dans le run actif ; elle s’appelle dans le run et s’attend avec await.',
      en: 'mlflow.onnx has a function that logs a model to the active run; call it inside the run and await it.',
      python: {
        fr: 'mlflow.sklearn a une fonction qui logge un modèle dans le run actif ; elle s’appelle dans le bloc with du run.',
        en: 'mlflow.sklearn has a function that logs a model to the active run; call it inside the with block of the run.',
      },
    },
    {
      fr: 'Par exemple : await mlflow.onnx.logModel(forest, { name: "foret" }); logge la variable forest sous le nom foret.',
      en: 'For example: await mlflow.onnx.logModel(forest, { name: "foret" }); logs the variable forest under the name foret.',
      python: {
        fr: 'Par exemple : mlflow.sklearn.log_model(forest, name="foret") logge la variable forest sous le nom foret.',
        en: 'For example: mlflow.sklearn.log_model(forest, name="foret") logs the variable forest under the name foret.',
      },
    },
  ],
  checks: [
    runFinished(RUN),
    param(RUN, 'n_estimators', 100),
    param(RUN, 'max_depth', 10),
    metric(RUN, 'accuracy'),
    metric(RUN, 'f1'),
    loggedModel(RUN),
    honestMetric(RUN, 'accuracy'),
    honestMetric(RUN, 'f1'),
    ...honestParams(RUN),
  ],
});
