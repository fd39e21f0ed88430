/**
 * A use of the kit that cannot work. `code` and `values` let a catalogue say it in any language; the
 * message says it in English.
 */
export class KitError extends Error {
  override name = 'KitError';
  /** Stable, one for each sentence: `X_WIDTH`, `NOT_FITTED`, … */
  readonly code: string;
  /** What the sentence speaks of, by name. */
  readonly values: Readonly<Record<string, string | number>>;

  constructor(
    code: string,
    message: string,
    values: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.values = values;
  }
}
