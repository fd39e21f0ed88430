import { ModelInputError, ModelOptionError } from './model-errors.ts';

/** Rows of the same width, at least one, of finite numbers; @throws ModelInputError. Returns the width. */
export function checkRows(X: readonly (readonly number[])[], width?: number): number {
  const columns = width ?? X[0]?.length ?? 0;
  if (!Array.isArray(X) || X.length === 0) throw new ModelInputError('X_EMPTY', 'X has no rows.');
  if (columns === 0) throw new ModelInputError('X_NO_COLUMNS', 'X has no columns.');
  for (const [i, row] of X.entries()) {
    if (!Array.isArray(row))
      throw new ModelInputError('X_NOT_ROWS', 'X must be a list of rows of numbers.');
    if (row.length !== columns) {
      const values = { found: row.length, row: i, expected: columns };
      const message = `X has ${row.length} columns in row ${i}, expected ${columns}.`;
      throw new ModelInputError('X_WIDTH', message, values);
    }
    const j = row.findIndex((cell) => !Number.isFinite(cell));
    if (j >= 0) {
      const values = { row: i, column: j, value: String(row[j]) };
      const message = `X[${i}][${j}] is ${values.value}, not a number.`;
      throw new ModelInputError('X_NOT_A_NUMBER', message, values);
    }
  }
  return columns;
}

/** `checkRows`, and a 0 or 1 for each row, of both kinds; @throws ModelInputError. Returns the width. */
export function checkTraining(X: readonly (readonly number[])[], y: readonly number[]): number {
  const width = checkRows(X);
  if (X.length !== y.length) {
    const message = `X has ${X.length} rows and y has ${y.length} labels.`;
    throw new ModelInputError('X_Y_LENGTHS', message, { rows: X.length, labels: y.length });
  }
  const wrong = y.findIndex((label) => label !== 0 && label !== 1);
  if (wrong >= 0) {
    const values = { row: wrong, value: String(y[wrong]) };
    const message = `y[${wrong}] is ${values.value}, expected 0 or 1.`;
    throw new ModelInputError('Y_NOT_A_LABEL', message, values);
  }
  if (new Set(y).size < 2) {
    const value = String(y[0]);
    throw new ModelInputError('Y_ONE_LABEL', `All labels are ${value}.`, { value });
  }
  return width;
}

/** @throws ModelOptionError */
export function checkWholeNumber(option: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  const message = `${option} must be a whole number of at least ${least}, not ${String(value)}.`;
  throw new ModelOptionError('OPTION_NOT_WHOLE', message, { option, value: String(value), least });
}

/** @throws ModelOptionError */
export function checkPositive(option: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  const message = `${option} must be a number above 0, not ${String(value)}.`;
  throw new ModelOptionError('OPTION_NOT_POSITIVE', message, { option, value: String(value) });
}
