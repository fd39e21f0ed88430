/** 4.1 et 4.2 — Enregistrer, puis recharger / Register, then load back. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');

  const runId = await mlflow.startRun({ runName: 'modele-pour-registry' }, async (run) => {
    await mlflow.logParams({ n_estimators: 200, max_depth: 12 });

    const model = new models.RandomForestClassifier({
      nEstimators: 200,
      maxDepth: 12,
      randomState: 42,
    });
    model.fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);

    await mlflow.logMetrics({
      accuracy: metrics.accuracyScore(data.yTest, yPred),
      f1: metrics.f1Score(data.yTest, yPred),
    });
    await mlflow.onnx.logModel(model, { name: 'model' });
    return run.info.runId;
  });

  const { version } = await mlflow.registerModel(`runs:/${runId}/model`, 'churn-predictor');

  // `latest` suit les nouvelles versions, le numéro fige celle-ci.
  // `latest` follows new versions, the number pins this one.
  const newest = await mlflow.onnx.loadModel('models:/churn-predictor/latest');
  const pinned = await mlflow.onnx.loadModel(`models:/churn-predictor/${version}`);

  const rows = data.XTest.slice(0, 5);
  return { latest: await newest.predict(rows), byNumber: await pinned.predict(rows) };
}
