import { columnNames } from './onnx-export.ts';
import { exposeZipMap } from './expose-zipmap.ts';
import { OnnxModelError, UnfitModelError } from './onnx-model-error.ts';
import { readInputs } from './model-inputs.ts';
import { readOutputs } from './model-outputs.ts';
import { checkRows } from '../models/check-input.ts';

/** A model read back from MLflow, ready to predict. */
export interface LoadedModel {
  /** The features it wants, in order: the columns of the rows handed to `predict`. */
  columns: readonly string[];
  /** The label of each row, 0 or 1. @throws ModelInputError for rows of another width */
  predict(X: readonly (readonly number[])[]): Promise<number[]>;
  /**
   * The probability of label 1 for each row.
   * @throws ModelInputError for rows of another width, OnnxModelError when the model gives labels only
   */
  predictProba(X: readonly (readonly number[])[]): Promise<number[]>;
}

/**
 * Opens a binary classifier in the ONNX format: the workshop's own (a tensor for each column), or one that
 * Python logged (a matrix, or a column of shape [N, 1] for each feature; labels, and probabilities as [N],
 * [N, 1], [N, 2] or a ZipMap).
 * @param bytes the file `model.onnx`
 * @param names the features' names, when the file has one matrix for all
 * @throws OnnxModelError when it is not an ONNX file, or not a classifier of rows of numbers
 */
export async function loadOnnxModel(
  bytes: Uint8Array,
  names?: readonly string[],
): Promise<LoadedModel> {
  // Loading the runtime takes a third of a second: nobody waits for it who loads no model.
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(exposeZipMap(bytes), {
    // Models are small: one thread answers sooner than several that wait for each other.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  }).catch((cause: unknown) => {
    const message = 'The file is not a model that ONNX Runtime can open.';
    throw new OnnxModelError('ONNX_UNREADABLE', message, {}, { cause });
  });
  const inputs = readInputs(session.inputMetadata);
  const outputs = readOutputs(session.outputMetadata);
  const columns = inputs.columns ?? names ?? columnNames(inputs.width ?? 0);

  const run = async (X: readonly (readonly number[])[], output: string) => {
    checkRows(X, columns.length);
    const feeds = inputs.toFeeds(X, Tensor);
    const results = await session.run(feeds, [output]).catch((cause: unknown) => {
      throw new OnnxModelError('ONNX_FAILED', 'The model failed on these rows.', {}, { cause });
    });
    const result = results[output];
    if (!result) throw new UnfitModelError(`The model gave no output "${output}".`);
    return result;
  };
  const predictProba = async (X: readonly (readonly number[])[]) => {
    if (!outputs.probability)
      throw new OnnxModelError('ONNX_NO_PROBABILITIES', 'The model gives no probabilities.');
    return outputs.toProbabilities(await run(X, outputs.probability), X.length);
  };
  return {
    columns,
    predictProba,
    async predict(X) {
      if (!outputs.label) return (await predictProba(X)).map((p) => (p > 0.5 ? 1 : 0));
      return outputs.toLabels(await run(X, outputs.label), X.length);
    },
  };
}
