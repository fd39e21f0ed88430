import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

const FILTER = `    filterString: "attributes.status = 'FINISHED'",\n`;
const SEARCH = 'const [best] = await mlflow.searchRuns({';
const LOAD = 'const model = await mlflow.onnx.loadModel(`runs:/${runId}/model`);';
const PREDICT = 'const predictions = await model.predict(data.XTest.slice(0, 5));';

/** Loads or asks nothing: the arranged models never give five equal labels. */
const typedIn = 'const predictions = [0, 0, 0, 0, 0];';

export default defineWrongAnswers([
  {
    name: 'everything-typed-in',
    fails: ['search', 'best-run', 'model-loaded'],
    edits: [
      [SEARCH, `return { runId: '0'.repeat(32), predictions: [0, 0, 1, 0, 1] };\n  ${SEARCH}`],
    ],
  },
  {
    name: 'ascending-order',
    fails: ['best-run', 'model-loaded'],
    edits: [['accuracy DESC', 'accuracy ASC']],
  },
  {
    name: 'latest-run',
    fails: ['best-run', 'model-loaded'],
    edits: [['metrics.accuracy DESC', 'attributes.start_time DESC']],
  },
  {
    name: 'best-by-f1',
    fails: ['best-run', 'model-loaded'],
    edits: [['metrics.accuracy DESC', 'metrics.f1 DESC']],
  },
  {
    name: 'failed-run',
    fails: ['best-run', 'model-loaded'],
    edits: [[FILTER, '']],
  },
  {
    name: 'deleted-run',
    fails: ['best-run', 'model-loaded'],
    edits: [['maxResults: 1', `maxResults: 1,\n    runViewType: 'ALL'`]],
  },
  {
    name: 'run-of-another-experiment',
    fails: ['best-run', 'model-loaded'],
    edits: [[`['workshop-churn-learning']`, `['workshop-churn-learning', 'brouillon']`]],
  },
  {
    name: 'name-instead-of-id',
    fails: ['best-run'],
    edits: [['return { runId,', 'return { runId: best.info.runName,']],
  },
  {
    name: 'model-never-loaded',
    fails: ['model-loaded', 'predictions'],
    edits: [
      [LOAD, ''],
      [PREDICT, typedIn],
    ],
  },
  {
    name: 'model-kept-in-memory',
    fails: ['model-loaded', 'predictions'],
    edits: [
      ['{ mlflow, data }', '{ mlflow, data, models }'],
      // So strong a penalty leaves the intercept alone: every label is 0.
      [
        LOAD,
        'const model = new models.LogisticRegression({ C: 1e-12 }).fit(data.XTrain, data.yTrain);',
      ],
    ],
  },
  {
    name: 'model-of-the-second-best',
    fails: ['model-loaded', 'predictions'],
    edits: [
      ['maxResults: 1', 'maxResults: 2'],
      ['const [best]', 'const [best, second]'],
      ['`runs:/${runId}/model`', '`runs:/${second?.info.runId}/model`'],
    ],
  },
  {
    name: 'three-rows',
    fails: ['five-rows'],
    edits: [['slice(0, 5)', 'slice(0, 3)']],
  },
  {
    name: 'predictions-not-returned',
    fails: ['five-rows'],
    edits: [['return { runId, predictions }', 'return { runId }']],
  },
  {
    name: 'predictions-typed-in',
    fails: ['predictions'],
    edits: [[PREDICT, typedIn]],
  },
  {
    name: 'probabilities-instead-of-labels',
    fails: ['predictions'],
    edits: [['model.predict(', 'model.predictProba(']],
  },
]);
