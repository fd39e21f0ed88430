import { defineWrongAnswers } from '../../src/law/wrong-answer.ts';

const LOAD = `const model = await mlflow.onnx.loadModel('models:/churn-predictor/latest');`;
const LOG_TABLE = `await mlflow.logTable(table, 'predictions.json');`;
const CUSTOMERS = 'const { customerIds, X } = data.customers(100);';

export default defineWrongAnswers([
  {
    name: 'wrong-run-name',
    fails: ['run'],
    edits: [['inference-batch', 'inference']],
  },
  {
    name: 'model-trained-on-the-spot',
    fails: ['registered-model', 'values'],
    edits: [
      ['{ mlflow, data }', '{ mlflow, data, models }'],
      [LOAD, 'const model = new models.LogisticRegression().fit(data.XTrain, data.yTrain);'],
    ],
  },
  {
    name: 'version-before-the-latest',
    fails: ['registered-model', 'values'],
    edits: [
      [
        LOAD,
        `const [newest] = await mlflow.client.getLatestVersions('churn-predictor');
  const model = await mlflow.onnx.loadModel(\`models:/churn-predictor/\${Number(newest?.version) - 1}\`);`,
      ],
    ],
  },
  {
    name: 'no-table',
    fails: ['table'],
    edits: [[LOG_TABLE, '']],
  },
  {
    name: 'dictionary-instead-of-a-table',
    fails: ['table'],
    edits: [[LOG_TABLE, `await mlflow.logDict(table, 'predictions.json');`]],
  },
  {
    name: 'csv-instead-of-a-table',
    fails: ['table'],
    edits: [[LOG_TABLE, `await mlflow.logText(customerIds.join('\\n'), 'predictions.csv');`]],
  },
  {
    name: 'wrong-column-name',
    fails: ['columns'],
    edits: [['churn_probability:', 'probability:']],
  },
  {
    name: 'no-customer-id',
    fails: ['columns'],
    edits: [['      customer_id: customerIds,\n', '']],
  },
  {
    name: 'fifty-customers',
    fails: ['customers'],
    edits: [['customers(100)', 'customers(50)']],
  },
  {
    name: 'last-hundred-customers',
    fails: ['customers'],
    edits: [
      [
        CUSTOMERS,
        `const all = data.customers();
    const [customerIds, X] = [all.customerIds.slice(-100), all.X.slice(-100)];`,
      ],
    ],
  },
  {
    name: 'customers-in-reverse-order',
    fails: ['customers'],
    edits: [
      [
        CUSTOMERS,
        `const all = data.customers(100);
    const [customerIds, X] = [[...all.customerIds].reverse(), [...all.X].reverse()];`,
      ],
    ],
  },
  {
    name: 'customers-by-row-number',
    fails: ['customers'],
    edits: [['customer_id: customerIds', 'customer_id: customerIds.map((_, i) => i)']],
  },
  {
    name: 'probability-of-class-0',
    fails: ['values'],
    edits: [
      [
        'await model.predictProba(X)',
        '(await model.predictProba(X)).map((probability) => 1 - probability)',
      ],
    ],
  },
  {
    name: 'labels-as-text',
    fails: ['values'],
    edits: [['await model.predict(X)', '(await model.predict(X)).map(String)']],
  },
  {
    name: 'predictions-of-another-model',
    fails: ['values'],
    edits: [
      ['{ mlflow, data }', '{ mlflow, data, models }'],
      [
        CUSTOMERS,
        `${CUSTOMERS}
    const other = new models.LogisticRegression().fit(data.XTrain, data.yTrain);`,
      ],
      ['await model.predictProba(X)', 'other.predictProba(X)'],
    ],
  },
]);
