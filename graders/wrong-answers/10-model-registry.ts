import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

/** Grown on a tenth of the rows, the forest is as honest, and there sooner. */
const small = [
  'model.fit(data.XTrain, data.yTrain)',
  'model.fit(data.XTrain.slice(0, 400), data.yTrain.slice(0, 400))',
] as const;

const REGISTER =
  "const { version } = await mlflow.registerModel(`runs:/${runId}/model`, 'churn-predictor');";
const LOG_MODEL = `await mlflow.onnx.logModel(model, { name: 'model' });`;
const BY_LATEST = `mlflow.onnx.loadModel('models:/churn-predictor/latest')`;
const BY_NUMBER = 'mlflow.onnx.loadModel(`models:/churn-predictor/${version}`)';
const ACCURACY = 'metrics.accuracyScore(data.yTest, yPred)';
const RETURN =
  'return { latest: await newest.predict(rows), byNumber: await pinned.predict(rows) };';

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [small, ['modele-pour-registry', 'modele-pour-le-registre']],
  },
  {
    name: 'wrong-n-estimators',
    fails: ['param-n-estimators'],
    edits: [small, ['n_estimators: 200', 'n_estimators: 100']],
  },
  {
    name: 'wrong-max-depth',
    fails: ['param-max-depth'],
    edits: [small, ['max_depth: 12', 'max_depth: 10']],
  },
  {
    name: 'missing-accuracy',
    fails: ['metric-accuracy'],
    edits: [small, [`accuracy: ${ACCURACY},`, '']],
  },
  {
    name: 'missing-f1',
    fails: ['metric-f1'],
    edits: [small, ['f1: metrics.f1Score(data.yTest, yPred),', '']],
  },
  {
    name: 'model-under-another-name',
    fails: ['model'],
    edits: [
      small,
      [`{ name: 'model' }`, `{ name: 'foret' }`],
      ['`runs:/${runId}/model`', '`runs:/${runId}/foret`'],
    ],
  },
  {
    name: 'no-model',
    fails: ['model', 'registered'],
    edits: [small, [LOG_MODEL, '']],
  },
  {
    name: 'version-of-an-address-without-a-model',
    fails: ['registered-run', 'loaded-by-number'],
    edits: [
      small,
      [
        REGISTER,
        `await mlflow.client.createRegisteredModel('churn-predictor');
  const { version } = await mlflow.client.createModelVersion({
    name: 'churn-predictor',
    source: \`runs:/\${runId}/model\`,
    runId,
  });`,
      ],
    ],
  },
  {
    name: 'accuracy-typed-in',
    fails: ['honest-accuracy'],
    edits: [small, [ACCURACY, '0.99']],
  },
  {
    name: 'fewer-trees-than-logged',
    fails: ['honest-n-estimators'],
    edits: [small, ['nEstimators: 200', 'nEstimators: 20']],
  },
  {
    name: 'depth-of-the-trees-left-open',
    fails: ['honest-max-depth'],
    edits: [small, ['      maxDepth: 12,\n', '']],
  },
  {
    name: 'never-registered',
    fails: ['registered'],
    edits: [small, [REGISTER, `const version = '1';`]],
  },
  {
    name: 'registered-under-another-name',
    fails: ['registered'],
    edits: [small, [`model\`, 'churn-predictor'`, `model\`, 'churn_predictor'`]],
  },
  {
    name: 'another-runs-model-registered',
    fails: ['registered-run'],
    edits: [
      small,
      [
        REGISTER,
        `const essai = await mlflow.startRun({ runName: 'essai' }, async ({ info }) => {
    const model = new models.LogisticRegression().fit(data.XTrain, data.yTrain);
    ${LOG_MODEL}
    return info.runId;
  });
  ${REGISTER.replace('runId', 'essai')}`,
      ],
    ],
  },
  {
    name: 'registered-twice-the-second-from-another-run',
    fails: ['registered-run'],
    edits: [
      small,
      [
        REGISTER,
        `await mlflow.registerModel(\`runs:/\${runId}/model\`, 'churn-predictor');
  const essai = await mlflow.startRun({ runName: 'essai' }, async ({ info }) => {
    const model = new models.LogisticRegression().fit(data.XTrain, data.yTrain);
    ${LOG_MODEL}
    return info.runId;
  });
  ${REGISTER.replace('runId', 'essai')}`,
      ],
    ],
  },
  {
    name: 'never-loaded-by-latest',
    fails: ['loaded-latest'],
    edits: [small, [BY_LATEST, BY_NUMBER]],
  },
  {
    name: 'latest-versions-asked-for-then-loaded-by-number',
    fails: ['loaded-latest'],
    edits: [
      small,
      [
        `const newest = await ${BY_LATEST}`,
        `const [found] = await mlflow.client.getLatestVersions('churn-predictor');
  const newest = await mlflow.onnx.loadModel(\`models:/churn-predictor/\${found?.version}\`)`,
      ],
    ],
  },
  {
    name: 'latest-of-another-registered-model',
    fails: ['loaded-latest'],
    edits: [
      small,
      [
        REGISTER,
        `${REGISTER}\n  ${REGISTER.replace('const { version } = ', '').replace('churn-', 'autre-')}`,
      ],
      [BY_LATEST, BY_LATEST.replace('churn-', 'autre-')],
    ],
  },
  {
    name: 'latest-loaded-twice',
    fails: ['loaded-by-number'],
    edits: [small, [BY_NUMBER, BY_LATEST]],
  },
  {
    name: 'loaded-once',
    fails: ['loaded-by-number'],
    edits: [small, [`await ${BY_NUMBER}`, 'newest']],
  },
  {
    name: 'model-kept-in-memory',
    fails: ['loaded-latest', 'loaded-by-number'],
    edits: [
      small,
      ['const runId = await', 'const [runId, forest] = await'],
      ['return run.info.runId;', 'return [run.info.runId, model] as const;'],
      [REGISTER, REGISTER.replace('const { version } = ', '')],
      [`await ${BY_LATEST}`, 'forest'],
      [`await ${BY_NUMBER}`, 'forest'],
    ],
  },
  {
    name: 'loaded-by-the-runs-uri',
    fails: ['loaded-latest', 'loaded-by-number'],
    edits: [
      small,
      [REGISTER, REGISTER.replace('const { version } = ', '')],
      [BY_LATEST, 'mlflow.onnx.loadModel(`runs:/${runId}/model`)'],
      [BY_NUMBER, 'mlflow.onnx.loadModel(`runs:/${runId}/model`)'],
    ],
  },
  {
    name: 'three-rows',
    fails: ['loaded-predictions'],
    edits: [small, ['slice(0, 5)', 'slice(0, 3)']],
  },
  {
    name: 'predictions-of-one-only',
    fails: ['loaded-predictions'],
    edits: [small, [RETURN, 'return await pinned.predict(rows);']],
  },
  {
    name: 'predictions-typed-in',
    fails: ['loaded-predictions'],
    edits: [small, [RETURN, 'return { latest: [1, 1, 1, 1, 1], byNumber: [1, 1, 1, 1, 1] };']],
  },
]);
