import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

/** No check here looks at the forest itself: a small one gives the same verdict sooner. */
const small = ['nEstimators: 100', 'nEstimators: 3'] as const;

const START = `await mlflow.startRun({ runName: 'mon-premier-run-mlflow' }, async () => {`;
const F1 = `await mlflow.logMetric('f1', metrics.f1Score(data.yTest, yPred));`;
const END = `${F1}\n  });`;

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [small, ['mon-premier-run-mlflow', 'mon-premier-run']],
  },
  {
    name: 'wrong-experiment',
    fails: ['run'],
    edits: [small, ['workshop-churn-learning', 'churn']],
  },
  {
    name: 'no-set-experiment',
    fails: ['run'],
    edits: [small, [`  await mlflow.setExperiment('workshop-churn-learning');\n`, '']],
  },
  {
    name: 'run-left-running',
    fails: ['run'],
    edits: [
      small,
      ['await mlflow.setExperiment', 'const { experimentId } = await mlflow.setExperiment'],
      [
        START,
        `const { info } = await mlflow.client.createRun(experimentId, { runName: 'mon-premier-run-mlflow' });
  await mlflow.client.logBatch(info.runId, { metrics: [{ key: 'f1', value: 0.5 }] });
  await mlflow.startRun({ runName: 'suite' }, async () => {`,
      ],
    ],
  },
  {
    name: 'process-exit-in-the-run',
    fails: ['run'],
    edits: [small, [F1, 'process.exit(0);']],
  },
  {
    name: 'run-failed',
    fails: ['run'],
    edits: [small, [F1, `${F1}\n    throw new Error('oups');`]],
  },
  {
    name: 'run-failed-and-crash-swallowed',
    fails: ['run'],
    edits: [small, [END, `${F1}\n    throw new Error('oups');\n  }).catch(() => null);`]],
  },
  {
    name: 'run-deleted',
    fails: ['run'],
    edits: [
      small,
      [START, START.replace('await', 'const runId = await').replace('()', '(run)')],
      [END, `${F1}\n    return run.info.runId;\n  });\n  await mlflow.client.deleteRun(runId);`],
    ],
  },
  {
    name: 'crash-before-the-run',
    fails: ['run'],
    edits: [[START, `JSON.parse('{');\n  ${START}`]],
  },
  {
    name: 'wrong-model-type',
    fails: ['param-model-type'],
    edits: [small, [`'RandomForest'`, `'GradientBoosting'`]],
  },
  {
    name: 'wrong-key-modeltype',
    fails: ['param-model-type'],
    edits: [small, [`'model_type'`, `'modelType'`]],
  },
  {
    name: 'wrong-n-estimators',
    fails: ['param-n-estimators'],
    edits: [small, [`'n_estimators', 100`, `'n_estimators', 10`]],
  },
  {
    name: 'n-estimators-in-hexadecimal',
    fails: ['param-n-estimators'],
    edits: [small, [`'n_estimators', 100`, `'n_estimators', '0x64'`]],
  },
  {
    name: 'wrong-key-n-estimator',
    fails: ['param-n-estimators'],
    edits: [small, [`'n_estimators'`, `'n_estimator'`]],
  },
  {
    name: 'wrong-max-depth',
    fails: ['param-max-depth'],
    edits: [small, [`'max_depth', 10`, `'max_depth', 5`]],
  },
  {
    name: 'max-depth-as-metric',
    fails: ['param-max-depth'],
    edits: [small, [`logParam('max_depth'`, `logMetric('max_depth'`]],
  },
  {
    name: 'accuracy-as-param',
    fails: ['metric-accuracy'],
    edits: [small, [`logMetric('accuracy'`, `logParam('accuracy'`]],
  },
  {
    name: 'accuracy-in-percent',
    fails: ['metric-accuracy'],
    edits: [small, [`logMetric('accuracy', `, `logMetric('accuracy', 100 * `]],
  },
  {
    name: 'max-depth-in-another-run',
    fails: ['param-max-depth'],
    edits: [
      small,
      [
        `await mlflow.logParam('max_depth', 10);`,
        `await mlflow.startRun({ runName: 'params', nested: true }, async () => {
      await mlflow.logParam('max_depth', 10);
    });`,
      ],
    ],
  },
  {
    name: 'run-opened-a-second-time-for-the-metrics',
    fails: ['param-model-type', 'param-n-estimators', 'param-max-depth'],
    edits: [
      small,
      [
        'const model = new',
        `});
  await mlflow.startRun({ runName: 'mon-premier-run-mlflow' }, async () => {
    const model = new`,
      ],
    ],
  },
  {
    name: 'f1-after-the-run',
    fails: ['metric-f1'],
    edits: [
      small,
      [START, START.replace('await', 'const yPred = await')],
      ['const yPred = model', 'const labels = model'],
      ['accuracyScore(data.yTest, yPred)', 'accuracyScore(data.yTest, labels)'],
      [END, `return labels;\n  });\n  ${F1}`],
    ],
  },
  {
    name: 'missing-f1',
    fails: ['metric-f1'],
    edits: [small, [F1, '']],
  },
]);
