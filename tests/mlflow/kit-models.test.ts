import { beforeAll, expect, inject, test } from 'vitest';
import { metrics, models } from '../../src/workshop/index.ts';
import { csvFile, runPython } from './kit-python.ts';
import { data } from '../unit/workshop/read-customers.ts';

interface ScikitLearn {
  forestAccuracies: number[];
  boosting: number[];
  boostingProbability: number[];
  mean: number[];
  scale: number[];
  coef: number[];
  intercept: number;
  logistic: number[];
  metrics: { accuracy: number; precision: number; recall: number; f1: number; matrix: number[][] };
}

const { XTrain, XTest, yTrain, yTest } = data;
const boosting = new models.GradientBoostingClassifier({
  nEstimators: 100,
  learningRate: 0.1,
  maxDepth: 5,
  randomState: 42,
});
let python: ScikitLearn;
let yPred: number[];

beforeAll(async () => {
  yPred = boosting.fit(XTrain, yTrain).predict(XTest);
  const labels = { yTrue: yTest, yPred };
  python = await runPython(inject('pythonScience'), 'kit_models.py', [csvFile], labels);
}, 120_000);

test('metrics are scikit-learn’s to the last bit', () => {
  expect({
    accuracy: metrics.accuracyScore(yTest, yPred),
    precision: metrics.precisionScore(yTest, yPred),
    recall: metrics.recallScore(yTest, yPred),
    f1: metrics.f1Score(yTest, yPred),
    matrix: metrics.confusionMatrix(yTest, yPred),
  }).toEqual(python.metrics);
});

test('forests of both are accurate to 0.80 to 0.90, within a point of each other', () => {
  const ours = [42, 1].map((randomState) => {
    const forest = new models.RandomForestClassifier({
      nEstimators: 100,
      maxDepth: 10,
      randomState,
    });
    return metrics.accuracyScore(yTest, forest.fit(XTrain, yTrain).predict(XTest));
  });
  for (const accuracy of [...ours, ...python.forestAccuracies]) {
    expect(accuracy).toBeGreaterThan(0.8);
    expect(accuracy).toBeLessThan(0.9);
  }
  expect(Math.abs(mean(ours) - mean(python.forestAccuracies))).toBeLessThan(0.01);
});

test('boosting beats the forest, and the forest the regression, so that there is a best run', () => {
  const forest = new models.RandomForestClassifier({ nEstimators: 100 }).fit(XTrain, yTrain);
  const scaler = new models.StandardScaler().fit(XTrain);
  const regression = new models.LogisticRegression().fit(scaler.transform(XTrain), yTrain);
  const [first, second, third] = [
    yPred,
    forest.predict(XTest),
    regression.predict(scaler.transform(XTest)),
  ].map((labels) => metrics.accuracyScore(yTest, labels));
  expect(first).toBeGreaterThan(second! + 0.01);
  expect(second).toBeGreaterThan(third! + 0.05);
});

test('boosting gives the labels of scikit-learn but for a few rows', () => {
  const different = yPred.filter((label, i) => label !== python.boosting[i]);
  expect(different.length).toBeLessThanOrEqual(10);
  const gaps = boosting
    .predictProba(XTest)
    .map((p, i) => Math.abs(p - python.boostingProbability[i]!));
  expect(mean(gaps)).toBeLessThan(0.01);
});

test('the scaler’s means and scales, and the regression’s weights, are scikit-learn’s', () => {
  const scaler = new models.StandardScaler().fit(XTrain);
  const { mean: means, scale } = scaler.toJSON();
  const model = new models.LogisticRegression({ maxIter: 1000, randomState: 42 });
  model.fit(scaler.transform(XTrain), yTrain);
  for (const [ours, theirs, digits] of [
    [means, python.mean, 9],
    [scale, python.scale, 9],
    [model.coef, python.coef, 4],
    [[model.intercept], [python.intercept], 4],
  ] as const) {
    for (const [j, value] of theirs.entries()) expect(ours[j]).toBeCloseTo(value, digits);
  }
  expect(model.predict(scaler.transform(XTest))).toEqual(python.logistic);
});

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
