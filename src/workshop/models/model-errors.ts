import { KitError } from '../kit-error.ts';

/** Data handed to a model that it cannot learn from or predict with. */
export class ModelInputError extends KitError {
  override name = 'ModelInputError';
}

/** A model used before `fit`. */
export class NotFittedError extends KitError {
  override name = 'NotFittedError';

  constructor(model: string) {
    const message = `This ${model} is not fitted yet: call fit(X, y) before using it.`;
    super('NOT_FITTED', message, { model });
  }
}

/** A hyperparameter outside of its range. */
export class ModelOptionError extends KitError {
  override name = 'ModelOptionError';
}
