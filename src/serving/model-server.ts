import axios from 'axios';
import type { StartPythonServer } from './python-server.ts';

/** A running `mlflow models serve`. */
export interface ModelServer extends AsyncDisposable {
  readonly uri: string;
}

export interface ModelServerOptions {
  /** The Python that has MLflow and ONNX Runtime. */
  readonly python: string;
  readonly modelUri: string;
  /** MLflow's address, as the server sees it. */
  readonly trackingUri: string;
  /** The socket file behind that address, where it is inside a sandbox. */
  readonly gatewaySocket?: string | undefined;
  readonly start: StartPythonServer;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
  /** Nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

/** The model server ended or did not answer in time; `output` is what it printed last. */
export class ModelServerError extends Error {
  override readonly name = 'ModelServerError';
  readonly code = 'MODEL_SERVER_FAILED';
  readonly output: string;

  constructor(modelUri: string, output: string) {
    super(`mlflow models serve -m ${modelUri} did not start: ${lastLine(output)}`);
    this.output = output;
  }
}

/**
 * Starts the real `mlflow models serve` for a model and waits until it answers `/ping`.
 * https://mlflow.org/docs/latest/cli.html#mlflow-models-serve
 */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const { python, modelUri, trackingUri, gatewaySocket, start } = options;
  const server = await start({
    python,
    gatewaySocket,
    args: (port) =>
      [
        ['-m', 'mlflow', 'models', 'serve', '-m', modelUri],
        ['-h', '127.0.0.1', '-p', String(port), '--env-manager', 'local'],
      ].flat(),
    env: { ...options.env, MLFLOW_TRACKING_URI: trackingUri },
  });
  let over: { readonly error: unknown } | null = null;
  void server.ended.then(
    () => (over = { error: null }),
    (error: unknown) => (over = { error }),
  );
  const failure = () => over;
  const deadline = Date.now() + options.timeoutMs;
  while (!(await answers(`${server.uri}/ping`))) {
    const ended = failure();
    const unwanted = options.signal?.aborted === true;
    if (ended !== null || unwanted || Date.now() > deadline) {
      await server[Symbol.asyncDispose]();
      // What kept it from being started at all is not the model's fault.
      if (ended?.error instanceof Error) throw ended.error;
      throw new ModelServerError(modelUri, server.output());
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return server;
}

async function answers(url: string): Promise<boolean> {
  const answer = await axios
    .get(url, { timeout: 2000, validateStatus: () => true })
    .catch(() => null);
  return answer?.status === 200;
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? 'no output';
}
