import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

/** Grown on a tenth of the rows, the forest is as honest, and there sooner. */
const small = [
  'model.fit(data.XTrain, data.yTrain)',
  'model.fit(data.XTrain.slice(0, 400), data.yTrain.slice(0, 400))',
] as const;

const LOG_MODEL = `await mlflow.onnx.logModel(model, { name: 'model' });`;
const ACCURACY = 'metrics.accuracyScore(data.yTest, yPred)';
const F1 = 'metrics.f1Score(data.yTest, yPred)';

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [small, ['avec-artefact-modele', 'avec-artefact-model']],
  },
  {
    name: 'run-deleted',
    fails: ['run'],
    edits: [
      small,
      ['async () => {', 'async (run) => {'],
      [LOG_MODEL, `${LOG_MODEL}\n    await mlflow.client.deleteRun(run.info.runId);`],
    ],
  },
  {
    name: 'wrong-n-estimators',
    fails: ['param-n-estimators'],
    edits: [small, ['n_estimators: 100', 'n_estimators: 10']],
  },
  {
    name: 'wrong-key-depth',
    fails: ['param-max-depth'],
    edits: [small, ['max_depth: 10', 'depth: 10']],
  },
  {
    name: 'missing-accuracy',
    fails: ['metric-accuracy'],
    edits: [small, [`accuracy: ${ACCURACY},`, '']],
  },
  {
    name: 'missing-f1',
    fails: ['metric-f1'],
    edits: [small, [`f1: ${F1},`, '']],
  },
  {
    name: 'no-model',
    fails: ['model'],
    edits: [small, [LOG_MODEL, '']],
  },
  {
    name: 'model-under-another-name',
    fails: ['model'],
    edits: [small, [`{ name: 'model' }`, `{ name: 'foret' }`]],
  },
  {
    name: 'model-in-another-run',
    fails: ['model'],
    edits: [
      small,
      [
        LOG_MODEL,
        `await mlflow.startRun({ runName: 'modele', nested: true }, async () => {
      ${LOG_MODEL}
    });`,
      ],
    ],
  },
  {
    name: 'model-after-the-run',
    fails: ['model'],
    edits: [
      small,
      ['await mlflow.startRun', 'const forest = await mlflow.startRun'],
      [`${LOG_MODEL}\n  });`, `return model;\n  });\n  ${LOG_MODEL.replace('(model', '(forest')}`],
    ],
  },
  {
    name: 'plain-file-instead-of-a-model',
    fails: ['model'],
    edits: [small, [LOG_MODEL, `await mlflow.logText(JSON.stringify(yPred), 'model/model.pkl');`]],
  },
  {
    name: 'accuracy-typed-in',
    fails: ['honest-accuracy'],
    edits: [small, [ACCURACY, '0.99']],
  },
  {
    name: 'accuracy-of-the-training-rows',
    fails: ['honest-accuracy'],
    edits: [small, [ACCURACY, 'metrics.accuracyScore(data.yTrain, model.predict(data.XTrain))']],
  },
  {
    name: 'f1-typed-in',
    fails: ['honest-f1'],
    edits: [small, [F1, '0.99']],
  },
  {
    name: 'another-model-than-the-evaluated',
    fails: ['honest-accuracy', 'honest-f1', 'honest-n-estimators'],
    edits: [
      small,
      [
        LOG_MODEL,
        `const other = new models.LogisticRegression({ C: 1e-12 }).fit(data.XTrain, data.yTrain);
    ${LOG_MODEL.replace('(model', '(other')}`,
      ],
    ],
  },
  {
    name: 'fewer-trees-than-logged',
    fails: ['honest-n-estimators'],
    edits: [small, ['nEstimators: 100', 'nEstimators: 10']],
  },
  {
    name: 'depth-of-the-trees-left-open',
    fails: ['honest-max-depth'],
    edits: [small, ['      maxDepth: 10,\n', '']],
  },
]);
