import type { SavedScaler } from '../judge/scaler.ts';
import type { Answered, Ask } from '../workshop/index.ts';

/** A file of a model, by its path in the model's folder. */
export interface ModelFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Where what Python's flavours log is opened: it is code, and never opened in this process. What it says of itself is
 * no more than that; trouble that is not its own is thrown.
 */
export interface PythonModels {
  /** Has a model predict. */
  score(files: readonly ModelFile[], asks: readonly Ask[]): Promise<Answered>;
  /** The mean and the scale of a pickled standard scaler; null when it is something else. */
  readScaler(pickle: Uint8Array): Promise<SavedScaler | null>;
}
