/** 3.3 — Le meilleur modèle, trouvé et chargé / The best model, found and loaded. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data }: Workshop) {
  const [best] = await mlflow.searchRuns({
    experimentNames: ['workshop-churn-learning'],
    filterString: "attributes.status = 'FINISHED'",
    orderBy: ['metrics.accuracy DESC'],
    maxResults: 1,
  });
  if (best === undefined) throw new Error('aucun run FINISHED / no FINISHED run');
  const { runId } = best.info;

  // L’URI suffit : MLflow sait où sont les fichiers / The URI is enough: MLflow knows where the files are
  const model = await mlflow.onnx.loadModel(`runs:/${runId}/model`);
  const predictions = await model.predict(data.XTest.slice(0, 5));
  return { runId, predictions };
}
