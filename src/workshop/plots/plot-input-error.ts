/** Something that cannot be drawn. */
export class PlotInputError extends Error {
  override name = 'PlotInputError';
  readonly code = 'PLOT_INPUT';
}
