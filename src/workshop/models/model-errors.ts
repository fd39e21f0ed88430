/** Data handed to a model that it cannot learn from or predict with. */
export class ModelInputError extends Error {
  override name = 'ModelInputError';
  readonly code = 'MODEL_INPUT';
}

/** A model used before `fit`. */
export class NotFittedError extends Error {
  override name = 'NotFittedError';
  readonly code = 'NOT_FITTED';

  constructor(model: string) {
    super(`This ${model} is not fitted yet: call fit(X, y) before using it.`);
  }
}

/** A hyperparameter outside of its range. */
export class ModelOptionError extends Error {
  override name = 'ModelOptionError';
  readonly code = 'MODEL_OPTION';
  readonly option: string;
  readonly value: unknown;

  constructor(option: string, value: unknown, allowed: string) {
    super(`${option} must be ${allowed}, not ${String(value)}.`);
    this.option = option;
    this.value = value;
  }
}
