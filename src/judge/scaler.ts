import { asNumbers, asObject } from './shape.ts';
import type { Json } from './snapshot.ts';

/** A standard scaler as the workshop saves it: one mean and one scale for each of the 13 features. */
export interface SavedScaler {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
}

const FEATURES = 13;

/** The scaler in a JSON artifact; null when the JSON is something else. */
export function readScaler(json: Json): SavedScaler | null {
  const found = asObject(json);
  const mean = asNumbers(found?.['mean']);
  const scale = asNumbers(found?.['scale']);
  return mean?.length === FEATURES && scale?.length === FEATURES ? { mean, scale } : null;
}
