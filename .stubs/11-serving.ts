/**
 * 11 — Servir le modèle comme API REST (partie 4 : 4.3)
 *
 * `mlflow models serve` fait d’un modèle du registre une API, sans une ligne de FastAPI.
 * serving.serve(URI) lance cette commande pour vous et donne { url, stop }. L’évaluateur a déjà
 * enregistré « churn-predictor ».
 *
 * Demandé :
 *  1. servir models:/churn-predictor/latest ;
 *  2. envoyer les trois premières lignes de test à /invocations, au format dataframe_split
 *     (data.toSplit(lignes) donne { columns, data }) ;
 *  3. rendre la réponse du serveur, sans y toucher.
 *
 * Aide : docs/mlflow_cheatsheet.md, ou `npm run hint 11`.
 *
 * ---
 *
 * 11 — Serve the model as a REST API (part 4: 4.3)
 *
 * `mlflow models serve` makes an API of a registered model, without a line of FastAPI.
 * serving.serve(URI) runs that command for you and gives { url, stop }. The grader has registered
 * "churn-predictor" already.
 *
 * Asked for:
 *  1. serve models:/churn-predictor/latest;
 *  2. send the first three test rows to /invocations, as dataframe_split
 *     (data.toSplit(rows) gives { columns, data });
 *  3. return the server's answer as it is.
 *
 * Help: docs/mlflow_cheatsheet.md, or `npm run hint 11`.
 */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ data, serving }: Workshop) {
  const rows = data.XTest.slice(0, 3);

  // TODO : démarrer le serveur de modèle / start the model server

  // TODO : envoyer les lignes / send the rows
  // const response = await fetch(`${server.url}/invocations`, {
  //   method: 'POST',
  //   headers: { 'content-type': 'application/json' },
  //   body: JSON.stringify({ ______: data.toSplit(rows) }),
  // });

  // TODO : rendre la réponse, puis arrêter le serveur / return the answer, then stop the server
}
