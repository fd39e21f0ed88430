import { beforeAll, describe, expect, test } from 'vitest';
import { metrics, models } from '../../../src/workshop/index.ts';
import { data } from './read-customers.ts';

const { XTrain, XTest, yTrain, yTest } = data;

describe('random forest', () => {
  const forest = new models.RandomForestClassifier({ nEstimators: 30, maxDepth: 10 });
  beforeAll(() => void forest.fit(XTrain, yTrain));

  test('its accuracy is between 0.80 and 0.90', () => {
    const accuracy = metrics.accuracyScore(yTest, forest.predict(XTest));
    expect(accuracy).toBeGreaterThan(0.8);
    expect(accuracy).toBeLessThan(0.9);
  });

  test('the same seed gives the same forest, another seed another', () => {
    expect(smallForest(1)).toEqual(smallForest(1));
    expect(smallForest(1)).not.toEqual(smallForest(2));
  });

  test('a label is 1 where the probability is above one half', () => {
    const labels = forest.predictProba(XTest).map((p) => (p > 0.5 ? 1 : 0));
    expect(forest.predict(XTest)).toEqual(labels);
  });

  test('one feature and a handful of rows are enough', () => {
    const small = new models.RandomForestClassifier({ nEstimators: 9 });
    small.fit([[-1], [-0], [0], [1], [2]], [0, 0, 0, 1, 1]);
    expect(small.predict([[-5], [5]])).toEqual([0, 1]);
  });
});

describe('gradient boosting', () => {
  test('it learns what two features say together', () => {
    const X = Array.from({ length: 40 }, (_, i) => [i % 2, Math.floor(i / 2) % 2, i]);
    const y = X.map(([a, b]) => (a === b ? 0 : 1));
    const model = new models.GradientBoostingClassifier({ maxDepth: 3 }).fit(X, y);
    expect(model.predict(X)).toEqual(y);
  });
});

describe('logistic regression', () => {
  test('scaled features give a better model than chance', () => {
    const scaler = new models.StandardScaler();
    const model = new models.LogisticRegression({ maxIter: 1000 });
    model.fit(scaler.fitTransform(XTrain), yTrain);
    const accuracy = metrics.accuracyScore(yTest, model.predict(scaler.transform(XTest)));
    expect(accuracy).toBeGreaterThan(0.72);
  });

  test('labels that one feature separates do not send the weights away', () => {
    const model = new models.LogisticRegression().fit([[1], [2], [30], [40]], [0, 0, 1, 1]);
    expect(model.predict([[0], [50]])).toEqual([0, 1]);
    expect(model.coef.every(Number.isFinite)).toBe(true);
  });
});

describe.each([
  ['RandomForestClassifier', () => new models.RandomForestClassifier({ nEstimators: 3 })],
  ['GradientBoostingClassifier', () => new models.GradientBoostingClassifier({ nEstimators: 3 })],
  ['LogisticRegression', () => new models.LogisticRegression()],
])('%s', (name, create) => {
  const X = [
    [1, 2],
    [3, 4],
  ];

  test('it predicts only after it was fitted', () => {
    const message = `This ${name} is not fitted yet`;
    expect(() => create().predict(X)).toThrow(message);
    expect(() => create().predictProba(X)).toThrow(message);
    expect(() => create().toOnnx()).toThrow(message);
  });

  test.each([
    ['no rows', [], [], 'X has no rows.'],
    ['no columns', [[]], [0], 'X has no columns.'],
    ['uneven rows', [[1, 2], [3]], [0, 1], 'X has 1 columns in row 1, expected 2.'],
    [
      'a missing number',
      [
        [1, NaN],
        [3, 4],
      ],
      [0, 1],
      'X[0][1] is NaN, not a number.',
    ],
    ['too few labels', X, [0], 'X has 2 rows and y has 1 labels.'],
    ['a label that is neither 0 nor 1', X, [0, 2], 'y[1] is 2, expected 0 or 1.'],
    ['one label only', X, [1, 1], 'All labels are 1.'],
  ])('%s: the rows are refused', (_, rows, labels, message) => {
    expect(() => create().fit(rows, labels)).toThrow(message);
  });

  test('rows of another width are refused', () => {
    const model = create().fit(X, [0, 1]);
    expect(() => model.predict([[1, 2, 3]])).toThrow('X has 3 columns in row 0, expected 2.');
  });
});

test.each([
  [() => new models.RandomForestClassifier({ nEstimators: 0 }), 'nEstimators must be a whole'],
  [() => new models.RandomForestClassifier({ maxDepth: 2.5 }), 'maxDepth must be a whole number'],
  [() => new models.GradientBoostingClassifier({ learningRate: 0 }), 'learningRate must be a'],
  [() => new models.LogisticRegression({ C: -1 }), 'C must be a number above 0, not -1.'],
])('a hyperparameter out of range is refused: %#', (create, message) => {
  expect(create).toThrow(message);
});

function smallForest(randomState: number): number[] {
  return new models.RandomForestClassifier({ nEstimators: 5, maxDepth: 4, randomState })
    .fit(XTrain, yTrain)
    .predictProba(XTest);
}
