import { runFinished } from '../src/judge/checks/run.ts';
import { metric, param } from '../src/judge/checks/values.ts';
import { defineGrader } from '../src/judge/grader.ts';

const RUN = 'exemple-metriques-multiples';

export default defineGrader({
  name: '02-many-metrics',
  title: { fr: 'Plusieurs métriques à la fois', en: 'Several metrics at once' },
  hints: [
    {
      fr: 'Comparez le nombre d’arbres de l’énoncé à celui que montre l’interface de MLflow.',
      en: 'Compare the number of trees in the statement with the one that MLflow’s UI shows.',
    },
    {
      fr: 'La constante marquée TODO sert deux fois : pour le modèle et pour logParams.',
      en: 'The constant marked TODO is used twice: for the model and for logParams.',
      python: {
        fr: 'La constante marquée TODO sert deux fois : pour le modèle et pour log_params.',
        en: 'The constant marked TODO is used twice: for the model and for log_params.',
      },
    },
    {
      fr: 'Par exemple : const N_ESTIMATORS = 80; entraînerait et loggerait 80 arbres.',
      en: 'For example: const N_ESTIMATORS = 80; would train and log 80 trees.',
      python: {
        fr: 'Par exemple : N_ESTIMATORS = 80 entraînerait et loggerait 80 arbres.',
        en: 'For example: N_ESTIMATORS = 80 would train and log 80 trees.',
      },
    },
  ],
  checks: [
    runFinished(RUN),
    param(RUN, 'model_type', 'RandomForest'),
    param(RUN, 'n_estimators', 150),
    param(RUN, 'max_depth', 12),
    metric(RUN, 'accuracy'),
    metric(RUN, 'precision'),
    metric(RUN, 'recall'),
    metric(RUN, 'f1'),
  ],
});
