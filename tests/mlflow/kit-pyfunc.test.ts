import { beforeAll, expect, inject, test } from 'vitest';
import { createMlflow } from '../../src/mlflow/index.ts';
import { loadWorkshopData, models, withWorkshopVerbs } from '../../src/workshop/index.ts';
import { runPython } from './kit-python.ts';
import { csv } from '../unit/workshop/read-customers.ts';
import { encodeClassifier } from '../unit/workshop/python-like-onnx.ts';

interface PyfuncAnswer {
  columns: string[];
  churned: number[];
  probability: number[];
  sameWhenShuffled: boolean;
  exampleRows: number;
  signature: string;
}

const data = loadWorkshopData(csv);
const mlflow = withWorkshopVerbs(createMlflow({ trackingUri: inject('trackingUri') }));
const scaler = new models.StandardScaler().fit(data.XTrain);

beforeAll(async () => {
  await mlflow.setExperiment('kit-pyfunc');
});

test.each([
  ['forest', new models.RandomForestClassifier({ nEstimators: 40, maxDepth: 10 }), false],
  ['boosting', new models.GradientBoostingClassifier({ maxDepth: 5 }), false],
  ['logistic', new models.LogisticRegression(), true],
] as const)(
  '%s: Python’s pyfunc predicts what TypeScript predicts, from the run and from the registry',
  async (name, model, scaled) => {
    model.fit(scaled ? scaler.transform(data.XTrain) : data.XTrain, data.yTrain);
    const rows = scaled ? scaler.transform(data.XTest) : data.XTest;
    const registeredModelName = `kit-${name}`;
    const runId = await mlflow.startRun({ runName: name }, async (run) => {
      await mlflow.onnx.logModel(model, { name: 'model', registeredModelName });
      return run.info.runId;
    });
    const answers = await runPython<PyfuncAnswer[]>(
      inject('python'),
      'kit_pyfunc.py',
      [inject('trackingUri'), `runs:/${runId}/model`, `models:/${registeredModelName}/1`],
      data.toSplit(rows),
    );
    expect(answers).toHaveLength(2);
    for (const answer of answers) {
      expect(answer).toMatchObject({
        columns: ['churned', 'probability'],
        sameWhenShuffled: true,
        exampleRows: 3,
        signature: "['churned': long (required), 'probability': float (required)]",
      });
      expect(answer.churned).toEqual(model.predict(rows));
      const expected = model.predictProba(rows);
      const gaps = answer.probability.map((p, i) => Math.abs(p - expected[i]!));
      expect(Math.max(...gaps)).toBeLessThan(2e-7);
    }
    const loaded = await mlflow.onnx.loadModel(`models:/${registeredModelName}/latest`);
    expect(loaded.columns).toEqual(data.featureCols);
    expect(await loaded.predict(rows)).toEqual(model.predict(rows));
  },
  120_000,
);

test('a model that Python logged gives TypeScript the same predictions', async () => {
  const X = [
    [0, 5],
    [9, 0],
    [4, 4],
  ];
  const bytes = encodeClassifier({ input: 'matrix', zipMap: false });
  const model = Buffer.from(bytes).toString('base64');
  const python = await runPython<{ runId: string; label: number[]; probability: number[] }>(
    inject('python'),
    'kit_log_onnx.py',
    [inject('trackingUri')],
    { model, data: X },
  );
  const loaded = await mlflow.onnx.loadModel(`runs:/${python.runId}/model`);
  expect(await loaded.predict(X)).toEqual(python.label);
  expect(await loaded.predictProba(X)).toEqual(python.probability);
}, 120_000);

test('a table of arquero is logged as a table that Python’s shape has', async () => {
  const table = data.dataFrame({ customer_id: ['C1', 'C2'], churn_predicted: [0, 1] });
  const runId = await mlflow.startRun({ runName: 'table' }, async (run) => {
    await mlflow.logTable(table, 'predictions.json');
    return run.info.runId;
  });
  expect(await mlflow.loadTable('predictions.json', [runId])).toEqual(table.objects());
});

test('a model without an ONNX flavour is refused by name', async () => {
  const { modelUri } = await mlflow.logModel({
    name: 'other',
    files: { 'model.txt': 'nothing' },
    flavors: { python_function: { loader_module: 'somewhere' } },
  });
  await expect(mlflow.onnx.loadModel(modelUri)).rejects.toThrow(
    `${modelUri} has no ONNX flavour (flavours: python_function).`,
  );
});
