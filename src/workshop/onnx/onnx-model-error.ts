/** A file that is not a classifier the workshop can run; the runtime's own words are the `cause`. */
export class OnnxModelError extends Error {
  override name = 'OnnxModelError';
  readonly code = 'ONNX_MODEL';
}
