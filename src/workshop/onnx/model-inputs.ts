import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-node';
import { UnfitModelError } from './onnx-model-error.ts';

type Rows = readonly (readonly number[])[];

/** How rows of numbers become the tensors that a model wants. */
export interface ModelInputs {
  /** The inputs' names when there is one for each feature. */
  columns: readonly string[] | undefined;
  /** How many features there are, when the file says so. */
  width: number | undefined;
  toFeeds(X: Rows, Tensor: TensorConstructor): Record<string, Tensor>;
}

/** @throws OnnxModelError for inputs other than numbers in columns or one matrix */
export function readInputs(metadata: readonly InferenceSession.ValueMetadata[]): ModelInputs {
  const inputs = metadata.map((input) => {
    if (!input.isTensor) throw new UnfitModelError(`Input "${input.name}" is not a tensor.`);
    return input;
  });
  const [matrix] = inputs;
  if (!matrix) throw new UnfitModelError('The model has no inputs.');
  if (inputs.length === 1 && matrix.shape.length === 2 && matrix.shape[1] !== 1) {
    const width = matrix.shape[1];
    return {
      columns: undefined,
      width: typeof width === 'number' && width > 0 ? width : undefined,
      toFeeds: (X, Tensor) => ({
        [matrix.name]: toTensor(matrix, X.flat(), [X.length, X[0]?.length ?? 0], Tensor),
      }),
    };
  }
  return {
    columns: inputs.map((input) => input.name),
    width: inputs.length,
    toFeeds: (X, Tensor) =>
      Object.fromEntries(
        inputs.map((input, j) => {
          const dims = input.shape.length === 2 ? [X.length, 1] : [X.length];
          const column = X.map((row) => row[j]!);
          return [input.name, toTensor(input, column, dims, Tensor)];
        }),
      ),
  };
}

function toTensor(
  input: InferenceSession.TensorValueMetadata,
  values: number[],
  dims: number[],
  Tensor: TensorConstructor,
): Tensor {
  switch (input.type) {
    case 'float32':
      return new Tensor('float32', Float32Array.from(values), dims);
    case 'float64':
      return new Tensor('float64', Float64Array.from(values), dims);
    case 'int32':
      return new Tensor('int32', Int32Array.from(values), dims);
    case 'int64':
      return new Tensor(
        'int64',
        BigInt64Array.from(values, (x) => BigInt(Math.trunc(x))),
        dims,
      );
    default:
      throw new UnfitModelError(`Input "${input.name}" is of type ${input.type}, not numbers.`);
  }
}
