import { expect, test } from 'vitest';
import { createMlflow } from '../../../src/mlflow/index.ts';
import { StandardScaler } from '../../../src/workshop/models/standard-scaler.ts';
import { withWorkshopVerbs } from '../../../src/workshop/workshop-mlflow.ts';

/** As it is called from a file whose types nobody checks. */
const onnx: { logModel(model: unknown, options: { name: string }): Promise<unknown> } =
  withWorkshopVerbs(createMlflow({ trackingUri: 'http://127.0.0.1:1' })).onnx;

test.each([
  [[0, 1, 1], 'Array'],
  [new StandardScaler(), 'StandardScaler'],
  [undefined, 'undefined'],
  [null, 'null'],
])('what is no model is not logged as one: %o', async (thing, found) => {
  await expect(onnx.logModel(thing, { name: 'model' })).rejects.toMatchObject({
    code: 'ONNX_NO_MODEL',
    message: `logModel takes a fitted model, not ${found}.`,
    values: { found },
  });
});
