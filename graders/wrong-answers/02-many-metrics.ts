import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

/** No check here looks at the forest itself: a small one gives the same verdict sooner. */
const small = ['nEstimators: 150', 'nEstimators: 3'] as const;

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [small, ['exemple-metriques-multiples', 'exemple_metriques_multiples']],
  },
  {
    name: 'wrong-experiment',
    fails: ['run'],
    edits: [small, ['workshop-churn-learning', 'workshop-churn']],
  },
  {
    name: 'model-type-as-tag',
    fails: ['param-model-type'],
    edits: [
      small,
      [
        `await mlflow.logParams({ model_type: 'RandomForest', `,
        `await mlflow.setTag('model_type', 'RandomForest');\n    await mlflow.logParams({ `,
      ],
    ],
  },
  {
    name: 'wrong-n-estimators',
    fails: ['param-n-estimators'],
    edits: [small, ['n_estimators: 150', 'n_estimators: 100']],
  },
  {
    name: 'wrong-max-depth',
    fails: ['param-max-depth'],
    edits: [small, ['max_depth: 12', 'max_depth: 10']],
  },
  {
    name: 'missing-max-depth',
    fails: ['param-max-depth'],
    edits: [small, [', max_depth: 12', '']],
  },
  {
    name: 'missing-accuracy',
    fails: ['metric-accuracy'],
    edits: [small, ['accuracy: metrics.accuracyScore(data.yTest, yPred),', '']],
  },
  {
    name: 'wrong-key-precision-score',
    fails: ['metric-precision'],
    edits: [small, ['precision: ', 'precision_score: ']],
  },
  {
    name: 'wrong-key-rappel',
    fails: ['metric-recall'],
    edits: [small, ['recall: ', 'rappel: ']],
  },
  {
    name: 'wrong-key-capital-f1',
    fails: ['metric-f1'],
    edits: [small, ['f1: ', 'F1: ']],
  },
  {
    name: 'all-metrics-as-params',
    fails: ['metric-accuracy', 'metric-precision', 'metric-recall', 'metric-f1'],
    edits: [small, ['logMetrics', 'logParams']],
  },
]);
