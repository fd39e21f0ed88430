import { ModelInputError, ModelOptionError } from './model-errors.ts';

/** Rows of the same width, at least one, of finite numbers; @throws ModelInputError. Returns the width. */
export function checkRows(X: readonly (readonly number[])[], width?: number): number {
  const columns = width ?? X[0]?.length ?? 0;
  if (!Array.isArray(X) || X.length === 0) throw new ModelInputError('X has no rows.');
  if (columns === 0) throw new ModelInputError('X has no columns.');
  for (const [i, row] of X.entries()) {
    if (!Array.isArray(row)) throw new ModelInputError('X must be a list of rows of numbers.');
    if (row.length !== columns) {
      throw new ModelInputError(`X has ${row.length} columns in row ${i}, expected ${columns}.`);
    }
    const j = row.findIndex((cell) => !Number.isFinite(cell));
    if (j >= 0) throw new ModelInputError(`X[${i}][${j}] is ${String(row[j])}, not a number.`);
  }
  return columns;
}

/** `checkRows`, and a 0 or 1 for each row, of both kinds; @throws ModelInputError. Returns the width. */
export function checkTraining(X: readonly (readonly number[])[], y: readonly number[]): number {
  const width = checkRows(X);
  if (X.length !== y.length) {
    throw new ModelInputError(`X has ${X.length} rows and y has ${y.length} labels.`);
  }
  const wrong = y.findIndex((label) => label !== 0 && label !== 1);
  if (wrong >= 0) throw new ModelInputError(`y[${wrong}] is ${String(y[wrong])}, expected 0 or 1.`);
  if (new Set(y).size < 2) throw new ModelInputError(`All labels are ${String(y[0])}.`);
  return width;
}

/** @throws ModelOptionError */
export function checkWholeNumber(option: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new ModelOptionError(option, value, `a whole number of at least ${least}`);
}

/** @throws ModelOptionError */
export function checkPositive(option: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new ModelOptionError(option, value, 'a number above 0');
}
