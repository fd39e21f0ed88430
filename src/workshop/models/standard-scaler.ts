import { checkRows } from './check-input.ts';
import { ModelInputError, NotFittedError } from './model-errors.ts';

/** What `StandardScaler.toJSON` writes: the mean and the scale of each column. */
export interface StandardScalerJson {
  kind: 'StandardScaler';
  mean: number[];
  scale: number[];
}

/** Brings each column to mean 0 and standard deviation 1 (population), as scikit-learn's does. */
export class StandardScaler {
  #mean: number[] | undefined;
  #scale: number[] = [];

  /** Learns the mean and the deviation of each column. @throws ModelInputError */
  fit(X: readonly (readonly number[])[]): this {
    const width = checkRows(X);
    const columns = Array.from({ length: width }, (_, j) => X.map((row) => row[j]!));
    this.#mean = columns.map((column) => column.reduce((sum, x) => sum + x, 0) / column.length);
    this.#scale = columns.map((column, j) => {
      const mean = this.#mean![j]!;
      const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length;
      // A constant column has nothing to divide by: it becomes 0.
      return Math.sqrt(variance) || 1;
    });
    return this;
  }

  /** The rows with each column centred and scaled. @throws NotFittedError, ModelInputError */
  transform(X: readonly (readonly number[])[]): number[][] {
    const mean = this.#mean;
    if (!mean) throw new NotFittedError('StandardScaler');
    checkRows(X, mean.length);
    return X.map((row) => row.map((x, j) => (x - mean[j]!) / this.#scale[j]!));
  }

  fitTransform(X: readonly (readonly number[])[]): number[][] {
    return this.fit(X).transform(X);
  }

  /** What a scaler file holds; `JSON.stringify(scaler)` calls it. @throws NotFittedError */
  toJSON(): StandardScalerJson {
    if (!this.#mean) throw new NotFittedError('StandardScaler');
    return { kind: 'StandardScaler', mean: [...this.#mean], scale: [...this.#scale] };
  }

  /** The scaler that `toJSON` wrote, from its text or its parsed value. @throws ModelInputError */
  static fromJSON(json: unknown): StandardScaler {
    const { mean, scale } = parseScaler(json);
    const scaler = new StandardScaler();
    scaler.#mean = mean;
    scaler.#scale = scale;
    return scaler;
  }
}

function parseScaler(json: unknown): { mean: number[]; scale: number[] } {
  const value: unknown = typeof json === 'string' ? parseText(json) : json;
  if (typeof value === 'object' && value !== null && 'mean' in value && 'scale' in value) {
    const { mean, scale } = value;
    if (areNumbers(mean) && areNumbers(scale) && mean.length === scale.length) {
      return { mean: [...mean], scale: [...scale] };
    }
  }
  const message = 'Not a StandardScaler: expected an object with mean and scale lists.';
  throw new ModelInputError('SCALER_JSON', message);
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ModelInputError('SCALER_JSON', 'Not a StandardScaler: not JSON.', {}, { cause });
  }
}

function areNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every((x) => Number.isFinite(x));
}
