import { expect, inject, test } from 'vitest';
import { csvFile, runPython } from './kit-python.ts';
import { data } from '../unit/workshop/read-customers.ts';

test('all 5,000 customers are prepared as pandas and scikit-learn prepare them', async () => {
  const columns = ['r_score', 'f_score', 'm_score'].map((name) => data.table.array(name));
  const ours = {
    features: data.customers().X,
    scores: Array.from({ length: 5000 }, (_, i) => columns.map((column) => column[i])),
    trainIndex: data.trainIndex,
    testIndex: data.testIndex,
    yTrain: data.yTrain,
    yTest: data.yTest,
  };
  const python = await runPython(inject('pythonScience'), 'kit_features.py', [csvFile]);
  // Object.is on each number: not a bit may differ.
  expect(ours).toStrictEqual(python);
});
