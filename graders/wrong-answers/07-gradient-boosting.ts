import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

const LOG_MODEL = `await mlflow.onnx.logModel(model, { name: 'model' });`;
const PARAMS = `await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });`;

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [['exercice-gradient-boosting', 'exercice-gradient-bosting']],
  },
  {
    name: 'wrong-experiment',
    fails: ['run'],
    edits: [['workshop-churn-learning', 'workshop-churn-learning-2']],
  },
  {
    name: 'run-failed',
    fails: ['run'],
    edits: [[LOG_MODEL, `${LOG_MODEL}\n    throw new Error('oups');`]],
  },
  {
    name: 'wrong-key-n-estimator',
    fails: ['param-n-estimators'],
    edits: [['n_estimators:', 'n_estimator:']],
  },
  {
    name: 'wrong-learning-rate',
    fails: ['param-learning-rate'],
    edits: [['learning_rate: 0.1', 'learning_rate: 0.01']],
  },
  {
    name: 'missing-max-depth',
    fails: ['param-max-depth'],
    edits: [[', max_depth: 5', '']],
  },
  {
    name: 'params-as-metrics',
    fails: ['param-n-estimators', 'param-learning-rate', 'param-max-depth'],
    edits: [[PARAMS, PARAMS.replace('logParams', 'logMetrics')]],
  },
  {
    name: 'missing-accuracy',
    fails: ['metric-accuracy'],
    edits: [['accuracy: metrics.accuracyScore(data.yTest, yPred),', '']],
  },
  {
    name: 'wrong-key-precison',
    fails: ['metric-precision'],
    edits: [['precision: ', 'precison: ']],
  },
  {
    name: 'missing-recall',
    fails: ['metric-recall'],
    edits: [['recall: metrics.recallScore(data.yTest, yPred),', '']],
  },
  {
    name: 'wrong-key-f1-score',
    fails: ['metric-f1'],
    edits: [['f1: ', 'f1_score: ']],
  },
  {
    name: 'no-model',
    fails: ['model'],
    edits: [[LOG_MODEL, '']],
  },
  {
    name: 'model-under-another-name',
    fails: ['model'],
    edits: [[`{ name: 'model' }`, `{ name: 'gradient-boosting' }`]],
  },
  {
    name: 'accuracy-typed-in',
    fails: ['honest-accuracy'],
    edits: [['metrics.accuracyScore(data.yTest, yPred)', '0.99']],
  },
  {
    name: 'precision-typed-in',
    fails: ['honest-precision'],
    edits: [['metrics.precisionScore(data.yTest, yPred)', '0.99']],
  },
  {
    name: 'recall-typed-in',
    fails: ['honest-recall'],
    edits: [['metrics.recallScore(data.yTest, yPred)', '0.99']],
  },
  {
    name: 'f1-typed-in',
    fails: ['honest-f1'],
    edits: [['metrics.f1Score(data.yTest, yPred)', '0.99']],
  },
  {
    name: 'precision-and-recall-swapped',
    fails: ['honest-precision', 'honest-recall'],
    edits: [
      ['metrics.precisionScore', 'metrics.recallScore'],
      ['recall: metrics.recallScore', 'recall: metrics.precisionScore'],
    ],
  },
  {
    name: 'metrics-of-the-training-rows',
    fails: ['honest-accuracy', 'honest-precision', 'honest-recall', 'honest-f1'],
    edits: [
      ['const yPred = model.predict(data.XTest);', 'const yPred = model.predict(data.XTrain);'],
      ['accuracyScore(data.yTest', 'accuracyScore(data.yTrain'],
      ['precisionScore(data.yTest', 'precisionScore(data.yTrain'],
      ['recallScore(data.yTest', 'recallScore(data.yTrain'],
      ['f1Score(data.yTest', 'f1Score(data.yTrain'],
    ],
  },
  {
    name: 'fewer-trees-than-logged',
    fails: ['honest-n-estimators'],
    edits: [['nEstimators: 100', 'nEstimators: 10']],
  },
  {
    name: 'deeper-trees-than-logged',
    fails: ['honest-max-depth'],
    edits: [['maxDepth: 5', 'maxDepth: 6']],
  },
]);
