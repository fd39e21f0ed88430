import { randomInt } from 'node:crypto';
import type { ModelFact } from '../judge/snapshot.ts';
import type { LoggedModel, LogModelOptions, Mlflow } from '../mlflow/index.ts';
import { placeOf, scoreModel, unscored } from '../observe/score-model.ts';
import type { ArrangedModels } from '../python/arranged-models.ts';
import { toModelParts } from '../workshop/onnx/mlflow-model.ts';
import type { WorkshopData } from '../workshop/index.ts';
import { randomModel } from './random-model.ts';

/** A small real model whose predictions of the first five test rows nobody can know beforehand. */
export interface MadeModel {
  readonly parts: Omit<LogModelOptions, 'name'>;
  /** What checks may ask about it, once it is logged. */
  fact(mlflow: Mlflow, logged: LoggedModel): Promise<ModelFact>;
}

/** Makes models that a submission's language can load, each of which answers in its own way. */
export type ModelMaker = () => MadeModel;

/** In the ONNX flavour, trained afresh. */
export function onnxModels(data: WorkshopData): ModelMaker {
  const taken = new Set<string>();
  return () => {
    const { inputExample: _unused, ...parts } = toModelParts(
      randomModel(data, taken).model.toOnnx(),
    );
    return {
      parts,
      fact: async (mlflow, logged) => await scoreModel(mlflow, placeOf(logged), data, null),
    };
  };
}

/** In scikit-learn's flavour, drawn from those that its Python made. */
export function sklearnModels(
  { flavors, requirements, models }: ArrangedModels,
  data: WorkshopData,
): ModelMaker {
  const left = [...models];
  const { customerIds } = data.customers(models[0]?.predicted.length);
  return () => {
    const [drawn] = left.splice(randomInt(left.length), 1);
    if (drawn === undefined) throw new Error('no model is left to be arranged');
    const { files, first, predicted, probability } = drawn;
    const decode = ([name, base64]: [string, string]) =>
      [name, new Uint8Array(Buffer.from(base64, 'base64'))] as const;
    return {
      parts: {
        flavors,
        requirements,
        files: Object.fromEntries(Object.entries(files).map(decode)),
      },
      fact: async (_mlflow, logged) => ({
        ...unscored(placeOf(logged)),
        flavors: Object.keys(flavors),
        firstPredictions: first,
        batch: { customerIds: [...customerIds], probability, predicted },
      }),
    };
  };
}
