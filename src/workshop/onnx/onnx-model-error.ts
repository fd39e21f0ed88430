import { KitError } from '../kit-error.ts';

/** A file that is not a classifier the workshop can run; the runtime's own words are the `cause`. */
export class OnnxModelError extends KitError {
  override name = 'OnnxModelError';
}

/** A model, but none that takes rows of numbers and gives a label or a probability for each. */
export class UnfitModelError extends OnnxModelError {
  constructor(problem: string) {
    super('ONNX_UNFIT', problem, { problem });
  }
}
