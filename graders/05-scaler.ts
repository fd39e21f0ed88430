import { honestMetric, loggedModel } from '../src/judge/checks/model.ts';
import { runFinished } from '../src/judge/checks/run.ts';
import { savedScaler } from '../src/judge/checks/scaler.ts';
import { metric, tag } from '../src/judge/checks/values.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { calling } from '../src/judge/holds.ts';

const RUN = 'logistique-avec-scaler';

export default defineGrader({
  name: '05-scaler',
  title: { fr: 'Sauvegarder le scaler avec le modèle', en: 'Save the scaler with the model' },
  hints: [
    {
      fr: 'Demandez-vous ce qu’il faudrait à quelqu’un qui n’a que le run pour prédire un nouveau client.',
      en: 'Ask yourself what somebody who has only the run would need to predict a new customer.',
    },
    {
      fr: 'Le scaler est un artefact (mlflow.logDict, chemin sous preprocessing/), le rappel un tag (mlflow.setTag), le modèle se logge comme au 03.',
      en: 'The scaler is an artifact (mlflow.logDict, path under preprocessing/), the reminder a tag (mlflow.setTag), the model is logged as in 03.',
      python: {
        fr: 'Le scaler est un artefact (joblib.dump, puis mlflow.log_artifact sous preprocessing/), le rappel un tag (mlflow.set_tag), le modèle se logge comme au 03.',
        en: 'The scaler is an artifact (joblib.dump, then mlflow.log_artifact under preprocessing/), the reminder a tag (mlflow.set_tag), the model is logged as in 03.',
      },
    },
    {
      fr: 'Par exemple : await mlflow.logDict({ mean: [0], scale: [1] }, "dossier/fichier.json"); un scaler entraîné se donne lui-même par scaler.toJSON().',
      en: 'For example: await mlflow.logDict({ mean: [0], scale: [1] }, "folder/file.json"); a fitted scaler gives itself by scaler.toJSON().',
      python: {
        fr: 'Par exemple : joblib.dump(objet, "/tmp/objet.pkl") écrit le fichier, mlflow.log_artifact("/tmp/objet.pkl", artifact_path="dossier") l’attache au run, sous dossier/.',
        en: 'For example: joblib.dump(thing, "/tmp/thing.pkl") writes the file, mlflow.log_artifact("/tmp/thing.pkl", artifact_path="folder") attaches it to the run, under folder/.',
      },
    },
  ],
  isIn: calling('StandardScaler('),
  checks: [
    runFinished(RUN),
    savedScaler(RUN),
    loggedModel(RUN),
    metric(RUN, 'accuracy'),
    tag(RUN, 'requires_scaling', 'true'),
    honestMetric(RUN, 'accuracy', { scaled: true, needs: ['scaler'] }),
  ],
});
