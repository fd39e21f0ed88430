import { KitError } from '../kit-error.ts';

/** Something that cannot be drawn. */
export class PlotInputError extends KitError {
  override name = 'PlotInputError';
}
