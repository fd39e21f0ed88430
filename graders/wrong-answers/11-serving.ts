import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

const SERVE = `const server = await serving.serve('models:/churn-predictor/latest');`;
const SPLIT = '{ dataframe_split: data.toSplit(data.XTest.slice(0, 3)) }';
const ANSWER = 'return await response.json();';

export default defineWrongAnswers([
  {
    name: 'predicted-without-a-server',
    fails: ['served'],
    edits: [
      ['{ data, serving }', '{ data, mlflow }'],
      [
        SERVE,
        `const model = await mlflow.onnx.loadModel('models:/churn-predictor/latest');
  return await model.predict(data.XTest.slice(0, 3));
  const server = { url: '', stop: async () => {} };`,
      ],
    ],
  },
  {
    name: 'no-such-model-served',
    fails: ['served'],
    edits: [['models:/churn-predictor/latest', 'models:/churn_predictor/latest']],
  },
  {
    name: 'nothing-posted',
    fails: ['invoked'],
    edits: [[SERVE, `${SERVE}\n  await server.stop();\n  return [0, 1, 0];`]],
  },
  {
    name: 'dataframe-records',
    fails: ['invoked'],
    edits: [
      [
        SPLIT,
        `{
        dataframe_records: data.XTest.slice(0, 3).map((row) =>
          Object.fromEntries(row.map((value, i) => [data.featureCols[i], value])),
        ),
      }`,
      ],
    ],
  },
  {
    name: 'one-row',
    fails: ['invoked'],
    edits: [['slice(0, 3)', 'slice(0, 1)']],
  },
  {
    name: 'wrong-column-names',
    fails: ['invoked'],
    edits: [
      [
        SPLIT,
        `{ dataframe_split: { columns: [...'abcdefghijklm'], data: data.XTest.slice(0, 3) } }`,
      ],
    ],
  },
  {
    name: 'answer-made-up',
    fails: ['answered'],
    edits: [[ANSWER, 'return [0.2, 0.7, 0.1];']],
  },
  {
    name: 'status-instead-of-the-answer',
    fails: ['answered'],
    edits: [[ANSWER, 'return response.status;']],
  },
]);
