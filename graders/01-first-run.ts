import { runFinished } from '../src/judge/checks/run.ts';
import { metric, param } from '../src/judge/checks/values.ts';
import { defineGrader } from '../src/judge/grader.ts';

const RUN = 'mon-premier-run-mlflow';

export default defineGrader({
  name: '01-first-run',
  title: { fr: 'Votre premier run', en: 'Your first run' },
  hints: [
    {
      fr: 'Le fichier tourne déjà : lancez-le, regardez le run dans l’interface, puis cherchez le commentaire TODO.',
      en: 'The file runs already: run it, look at the run in the UI, then find the TODO comment.',
    },
    {
      fr: 'Une seule constante est à changer ; le modèle et le paramètre loggé la lisent tous les deux.',
      en: 'One constant is to be changed; the model and the logged parameter both read it.',
    },
    {
      fr: 'Par exemple : pour une profondeur de 7, on écrirait const MAX_DEPTH = 7; l’énoncé dit celle qui est demandée.',
      en: 'For example: for a depth of 7 you would write const MAX_DEPTH = 7; the statement says which one is asked for.',
      python: {
        fr: 'Par exemple : pour une profondeur de 7, on écrirait MAX_DEPTH = 7 ; l’énoncé dit celle qui est demandée.',
        en: 'For example: for a depth of 7 you would write MAX_DEPTH = 7; the statement says which one is asked for.',
      },
    },
  ],
  checks: [
    runFinished(RUN),
    param(RUN, 'model_type', 'RandomForest'),
    param(RUN, 'n_estimators', 100),
    param(RUN, 'max_depth', 10),
    metric(RUN, 'accuracy'),
    metric(RUN, 'f1'),
  ],
});
