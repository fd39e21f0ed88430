import { batchChecks } from '../src/judge/checks/batch.ts';
import { runFinished } from '../src/judge/checks/run.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { calling } from '../src/judge/holds.ts';

const RUN = 'inference-batch';

export default defineGrader({
  name: '12-batch-inference',
  title: { fr: 'Inférence batch', en: 'Batch inference' },
  hints: [
    {
      fr: 'Aucun entraînement ici : le modèle existe déjà dans le registre, il ne reste qu’à le charger et à l’appliquer.',
      en: 'No training here: the model is in the registry already, all that is left is to load and apply it.',
    },
    {
      fr: 'data.customers(100) donne les clients ; predict rend les étiquettes, predictProba les probabilités de départ ; mlflow.logTable logge la table.',
      en: 'data.customers(100) gives the customers; predict gives the labels, predictProba the churn probabilities; mlflow.logTable logs the table.',
      python: {
        fr: 'df.head(100) donne les clients ; predict rend les étiquettes, predict_proba(X)[:, 1] les probabilités de départ ; mlflow.log_table logge la table.',
        en: 'df.head(100) gives the customers; predict gives the labels, predict_proba(X)[:, 1] the churn probabilities; mlflow.log_table logs the table.',
      },
    },
    {
      fr: 'Par exemple : await mlflow.logTable({ ville: ["Lyon", "Lille"], ventes: [3, 5] }, "ventes.json"); logge deux lignes de deux colonnes.',
      en: 'For example: await mlflow.logTable({ city: ["Lyon", "Lille"], sales: [3, 5] }, "sales.json"); logs two rows of two columns.',
      python: {
        fr: 'Par exemple : mlflow.log_table({"ville": ["Lyon", "Lille"], "ventes": [3, 5]}, "ventes.json") logge deux lignes de deux colonnes.',
        en: 'For example: mlflow.log_table({"city": ["Lyon", "Lille"], "sales": [3, 5]}, "sales.json") logs two rows of two columns.',
      },
    },
  ],
  arrange: 'registered-model',
  isIn: calling('predict_proba', 'log_table'),
  checks: [runFinished(RUN), ...batchChecks(RUN)],
});
