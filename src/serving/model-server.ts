import { spawn } from 'node:child_process';
import axios from 'axios';
import getPort from 'get-port';
import { pythonEnv } from '../server/index.ts';

/** A running `mlflow models serve`. */
export interface ModelServer extends AsyncDisposable {
  readonly uri: string;
}

export interface ModelServerOptions {
  /** The Python that has MLflow and ONNX Runtime. */
  readonly python: string;
  readonly modelUri: string;
  readonly trackingUri: string;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
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
  const port = await getPort();
  const uri = `http://127.0.0.1:${port}`;
  const child = spawn(
    options.python,
    [
      '-m',
      'mlflow',
      'models',
      'serve',
      '-m',
      options.modelUri,
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '--env-manager',
      'local',
    ],
    {
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...pythonEnv(options.python, options.env), MLFLOW_TRACKING_URI: options.trackingUri },
    },
  );
  let output = '';
  let ended = false;
  const note = (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-8192);
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const gone = new Promise<void>((resolve) => {
    const end = (error?: unknown) => {
      if (error instanceof Error) output += error.message;
      ended = true;
      resolve();
    };
    child.once('exit', () => end());
    child.once('error', end);
  });

  const stop = async () => {
    if (!ended && child.pid !== undefined) {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    }
    await gone;
  };
  const deadline = Date.now() + options.timeoutMs;
  while (!(await answers(`${uri}/ping`))) {
    if (ended || Date.now() > deadline) {
      await stop();
      throw new ModelServerError(options.modelUri, output);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { uri, [Symbol.asyncDispose]: stop };
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
