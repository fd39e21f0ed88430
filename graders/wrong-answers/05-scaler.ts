import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

const SAVE = `await mlflow.logDict(scaler.toJSON(), 'preprocessing/scaler.json');`;
const LOG_MODEL = `await mlflow.onnx.logModel(model, { name: 'model' });`;
const SET_TAG = `await mlflow.setTag('requires_scaling', 'true');`;

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [['logistique-avec-scaler', 'logistique-scaler']],
  },
  {
    name: 'scaler-not-saved',
    fails: ['scaler'],
    edits: [[SAVE, '']],
  },
  {
    name: 'scaler-saved-elsewhere',
    fails: ['scaler'],
    edits: [['preprocessing/scaler.json', 'scaler.json']],
  },
  {
    name: 'scaler-without-scale',
    fails: ['scaler'],
    edits: [['scaler.toJSON()', '{ mean: scaler.toJSON().mean }']],
  },
  {
    name: 'text-instead-of-the-scaler',
    fails: ['scaler'],
    edits: [[SAVE, `await mlflow.logText('StandardScaler', 'preprocessing/scaler.txt');`]],
  },
  {
    name: 'no-model',
    fails: ['model'],
    edits: [[LOG_MODEL, '']],
  },
  {
    name: 'model-under-another-name',
    fails: ['model'],
    edits: [[`{ name: 'model' }`, `{ name: 'logistique' }`]],
  },
  {
    name: 'wrong-key-acuracy',
    fails: ['metric-accuracy'],
    edits: [['{ accuracy: ', '{ acuracy: ']],
  },
  {
    name: 'no-tag',
    fails: ['tag-requires-scaling'],
    edits: [[SET_TAG, '']],
  },
  {
    name: 'wrong-tag-value',
    fails: ['tag-requires-scaling'],
    edits: [[`'requires_scaling', 'true'`, `'requires_scaling', 'false'`]],
  },
  {
    name: 'tag-as-param',
    fails: ['tag-requires-scaling'],
    edits: [[SET_TAG, SET_TAG.replace('setTag', 'logParam')]],
  },
  {
    name: 'accuracy-typed-in',
    fails: ['honest-accuracy'],
    edits: [['metrics.accuracyScore(data.yTest, yPred)', '0.99']],
  },
  {
    name: 'scaler-of-the-test-rows',
    fails: ['honest-accuracy'],
    edits: [['scaler.toJSON()', 'new models.StandardScaler().fit(data.XTest).toJSON()']],
  },
  {
    name: 'model-of-unscaled-rows',
    fails: ['honest-accuracy'],
    edits: [
      ['model.fit(XTrainScaled', 'model.fit(data.XTrain'],
      ['model.predict(XTestScaled', 'model.predict(data.XTest'],
    ],
  },
]);
