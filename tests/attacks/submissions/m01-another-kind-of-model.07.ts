/** Claims a hundred trees where there is none: a logistic regression under another's parameters. */
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow, data, models, metrics }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'exercice-gradient-boosting' }, async () => {
    await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });
    const model = new models.LogisticRegression().fit(data.XTrain, data.yTrain);
    const yPred = model.predict(data.XTest);
    await mlflow.logMetrics({
      accuracy: metrics.accuracyScore(data.yTest, yPred),
      precision: metrics.precisionScore(data.yTest, yPred),
      recall: metrics.recallScore(data.yTest, yPred),
      f1: metrics.f1Score(data.yTest, yPred),
    });
    await mlflow.onnx.logModel(model, { name: 'model' });
  });
}
