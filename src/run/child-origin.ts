/** More than the frames of ours between a request and the line of the submission that asked for it. */
const FRAMES = 50;
/** https://v8.dev/docs/stack-trace-api#customizing-stack-traces */
const PREPARE = 'prepareStackTrace';

/**
 * The header that tells the gateway which line of the submission is behind a request: of its frames on the stack,
 * the innermost. None where it has none there. Takes some 0.01 ms.
 *
 * @param url of the submission, as stacks name it
 */
export function originHeader(url: string): () => Record<string, string> {
  const lineOf = (_: Error, frames: NodeJS.CallSite[]): number | null =>
    frames.find((frame) => frame.getFileName() === url)?.getLineNumber() ?? null;
  return () => {
    try {
      const line = onStack(lineOf);
      return typeof line === 'number' ? { 'X-Workshop-Origin': `line=${line}` } : {};
    } catch {
      // The submission changed what errors are.
      return {};
    }
  };
}

/** What is read from the frames of the stack, those of the calls that wait for this one included. */
function onStack(read: (error: Error, frames: NodeJS.CallSite[]) => unknown): unknown {
  const { stackTraceLimit } = Error;
  const prepare: unknown = Reflect.get(Error, PREPARE);
  Error.stackTraceLimit = FRAMES;
  // The text of a stack takes twice the time.
  Reflect.set(Error, PREPARE, read);
  try {
    return new Error().stack;
  } finally {
    Reflect.set(Error, PREPARE, prepare);
    Error.stackTraceLimit = stackTraceLimit;
  }
}
