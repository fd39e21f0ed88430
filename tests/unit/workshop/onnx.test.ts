import { expect, test } from 'vitest';
import { FEATURE_COLS, loadOnnxModel, models } from '../../../src/workshop/index.ts';
import { data } from './read-customers.ts';
import { encodeClassifier } from './python-like-onnx.ts';

const scaler = new models.StandardScaler().fit(data.XTrain);
const X = data.customers().X;

test.each([
  ['forest', new models.RandomForestClassifier({ nEstimators: 30, maxDepth: 8 }), false],
  ['forest of an even number of stumps', stumps(), false],
  ['boosting', new models.GradientBoostingClassifier({ nEstimators: 30, maxDepth: 4 }), false],
  ['logistic regression', new models.LogisticRegression(), true],
] as const)(
  '%s: ONNX Runtime gives the same labels on all 5,000 rows',
  async (_, model, scaled) => {
    model.fit(scaled ? scaler.transform(data.XTrain) : data.XTrain, data.yTrain);
    const rows = scaled ? scaler.transform(X) : X;
    const loaded = await loadOnnxModel(model.toOnnx().model);
    expect(loaded.columns).toEqual(FEATURE_COLS);
    expect(await loaded.predict(rows)).toEqual(model.predict(rows));
    const probabilities = await loaded.predictProba(rows);
    const worst = model
      .predictProba(rows)
      .reduce((most, p, i) => Math.max(most, Math.abs(p - probabilities[i]!)), 0);
    expect(worst).toBeLessThan(2e-7);
  },
);

test('the probabilities of a forest are equal to the last bit', async () => {
  const forest = new models.RandomForestClassifier({ nEstimators: 20, maxDepth: 6 });
  forest.fit(data.XTrain, data.yTrain);
  const loaded = await loadOnnxModel(forest.toOnnx().model);
  expect(await loaded.predictProba(data.XTest)).toEqual(forest.predictProba(data.XTest));
});

test('a model of another width names its inputs by number', async () => {
  const model = new models.LogisticRegression().fit(
    [
      [0, 1],
      [1, 0],
    ],
    [0, 1],
  );
  const loaded = await loadOnnxModel(model.toOnnx().model);
  expect(loaded.columns).toEqual(['feature_0', 'feature_1']);
});

test.each(['matrix', 'columns'] as const)(
  'a classifier as Python converts it is read: %s in, two probabilities out',
  async (input) => {
    const loaded = await loadOnnxModel(encodeClassifier({ input, zipMap: false }));
    expect(
      await loaded.predict([
        [0, 5],
        [9, 0],
      ]),
    ).toEqual([0, 1]);
    expect(
      await loaded.predictProba([
        [0, 5],
        [9, 0],
      ]),
    ).toEqual([0.25, 0.75]);
  },
);

test('probabilities behind a ZipMap are read', async () => {
  const loaded = await loadOnnxModel(encodeClassifier({ input: 'matrix', zipMap: true }));
  expect(await loaded.predict([[9, 0]])).toEqual([1]);
  expect(
    await loaded.predictProba([
      [9, 0],
      [0, 0],
    ]),
  ).toEqual([0.75, 0.25]);
});

test('the names handed in belong to the columns of a matrix', async () => {
  const bytes = encodeClassifier({ input: 'matrix', zipMap: false });
  expect((await loadOnnxModel(bytes, ['a', 'b'])).columns).toEqual(['a', 'b']);
  expect((await loadOnnxModel(bytes)).columns).toEqual(['feature_0', 'feature_1']);
});

test('rows of another width are refused', async () => {
  const loaded = await loadOnnxModel(encodeClassifier({ input: 'matrix', zipMap: false }));
  await expect(loaded.predict([[1, 2, 3]])).rejects.toThrow('X has 3 columns in row 0, expected 2');
});

test.each([
  ['text', new TextEncoder().encode('this is not a model')],
  ['nothing', new Uint8Array()],
])('%s is no model', async (_, bytes) => {
  await expect(loadOnnxModel(bytes)).rejects.toMatchObject({ name: 'OnnxModelError' });
});

function stumps() {
  return new models.RandomForestClassifier({ nEstimators: 4, maxDepth: 1 });
}
