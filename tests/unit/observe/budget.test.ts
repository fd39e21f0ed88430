import { expect, test } from 'vitest';
import { startBudget } from '../../../src/observe/budget.ts';

const onnx = new Uint8Array();
const answered = { answers: [], trees: null };

test('models predict until as many have as may', async () => {
  const scorer = startBudget({ models: 2 }).scorer({ warm() {}, score: async () => answered });
  expect(await scorer.score(onnx, [])).toEqual(answered);
  expect(await scorer.score(onnx, [])).toEqual(answered);
  expect(await scorer.score(onnx, [])).toEqual({ problem: 'more than 2 models were logged' });
});

test('models that take all the time leave none to the next, nor to images', async () => {
  const budget = startBudget({ apart: 20 });
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return answered;
  };
  const scorer = budget.scorer({ warm() {}, score: slow });
  expect(await scorer.score(onnx, [])).toEqual(answered);
  expect(await scorer.score(onnx, [])).toHaveProperty('problem');
  const images = budget.images({
    look: () => Promise.reject(new Error('looked')),
    read: () => Promise.reject(new Error('read')),
  });
  expect(await images.look(onnx)).toMatchObject({ decoded: false });
});

test('nothing is taken that is not left', () => {
  const budget = startBudget({ json: 10 });
  expect(budget.take('json', 11)).toBe(false);
  expect(budget.take('json', 10)).toBe(true);
  expect(budget.take('json', 1)).toBe(false);
});

test('models of Python are opened one at a time, whatever became of the one before', async () => {
  let open = 0;
  const models = startBudget().pythonModels({
    async score() {
      open += 1;
      const beside = open;
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      return { answers: [[beside]], trees: null };
    },
    readScaler: async () => await Promise.reject(new Error('no scaler')),
  });
  const scaler = models.readScaler(onnx).catch((error: unknown) => error);
  const said = await Promise.all([1, 2, 3].map(async () => await models.score([], [])));
  expect(said).toEqual([1, 2, 3].map(() => ({ answers: [[1]], trees: null })));
  expect(await scaler).toMatchObject({ message: 'no scaler' });
});
