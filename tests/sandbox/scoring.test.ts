import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scoreHere } from '../../src/observe/score-here.ts';
import { createSandboxedScorer } from '../../src/sandbox/sandboxed-scorer.ts';
import { LIMITS, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { models, type Ask } from '../../src/workshop/index.ts';
import { data } from '../unit/workshop/read-customers.ts';
import { providers } from './boxes.ts';

const { XTrain, XTest, yTrain } = data;
const model = new models.GradientBoostingClassifier({ nEstimators: 20, randomState: 42 });
const onnx = model.fit(XTrain, yTrain).toOnnx().model;
const asks: Ask[] = [
  { give: 'label', rows: XTest },
  { give: 'probability', rows: XTest.slice(0, 100) },
];

describe.for(providers)('in a $name sandbox', ({ open }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(async () => await sandbox[Symbol.asyncDispose]());

  test('a model gives the same numbers as in the grader, to the last bit', async () => {
    const scorer = createSandboxedScorer(sandbox, { limits: LIMITS, timeoutMs: 30_000 });
    scorer.warm();
    const apart = await scorer.score(onnx, asks);
    expect(apart).toEqual(await scoreHere.score(onnx, asks));
    expect(apart).toMatchObject({
      answers: [{ length: 1000 }, { length: 100 }],
      trees: { count: 20, depth: 3 },
    });
  });

  test('what is no model is a fact about it, in the same words', async () => {
    const scorer = createSandboxedScorer(sandbox, { limits: LIMITS, timeoutMs: 30_000 });
    const broken = Buffer.from('no model');
    expect(await scorer.score(broken, asks)).toEqual(await scoreHere.score(broken, asks));
  });

  test('a model that takes too much time or memory is stopped, and is to blame', async () => {
    const hasty = createSandboxedScorer(sandbox, { limits: LIMITS, timeoutMs: 1 });
    expect(await hasty.score(onnx, asks)).toEqual({
      problem: 'the model took too long to predict',
    });
    const limits = { ...LIMITS, memoryMb: 16, diskMb: 1 };
    const poor = createSandboxedScorer(sandbox, { limits, timeoutMs: 30_000 });
    // Memory is looked at ten times a second: this one is at work for longer.
    const long = Array.from({ length: 60 }, () => asks).flat();
    expect(await poor.score(onnx, long)).toEqual({
      problem: 'the model took too much memory to predict',
    });
  });
});
