import { servingChecks } from '../src/judge/checks/serving.ts';
import { defineGrader } from '../src/judge/grader.ts';
import { servedPredictions } from '../src/judge/python-values.ts';

export default defineGrader({
  name: '11-serving',
  title: { fr: 'Servir le modèle comme API REST', en: 'Serve the model as a REST API' },
  hints: [
    {
      fr: 'Le serveur se démarre d’abord, la question se pose ensuite ; ce qu’il répond est votre résultat.',
      en: 'First the server is started, then the question is asked; what it answers is your result.',
    },
    {
      fr: 'serving.serve(URI) donne { url, stop } ; envoyez par fetch un POST à `${url}/invocations` avec dataframe_split, columns et data.',
      en: 'serving.serve(URI) gives { url, stop }; with fetch, POST to `${url}/invocations` with dataframe_split, columns and data.',
      python: {
        fr: 'Un requests.post à /workshop/serving démarre le serveur et donne path ; un autre, à {path}/invocations, lui envoie dataframe_split, avec columns et data.',
        en: 'A requests.post to /workshop/serving starts the server and gives path; another one, to {path}/invocations, sends it dataframe_split, with columns and data.',
      },
    },
    {
      fr: 'Par exemple : body: JSON.stringify({ dataframe_split: { columns: ["age"], data: [[42]] } }) envoie une ligne d’une colonne.',
      en: 'For example: body: JSON.stringify({ dataframe_split: { columns: ["age"], data: [[42]] } }) sends one row of one column.',
      python: {
        fr: 'Par exemple : json={"dataframe_split": {"columns": ["age"], "data": [[42]]}} envoie une ligne d’une colonne.',
        en: 'For example: json={"dataframe_split": {"columns": ["age"], "data": [[42]]}} sends one row of one column.',
      },
    },
  ],
  arrange: 'registered-model',
  serves: true,
  timeoutMs: 180_000,
  isIn: (program) => /invocations|workshop\/serving/.test(program),
  fromPython: servedPredictions,
  checks: servingChecks('models:/churn-predictor/latest'),
});
