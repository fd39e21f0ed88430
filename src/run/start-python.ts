import { fileURLToPath } from 'node:url';
import { pythonEnv } from '../server/python-env.ts';
import { startLocalProgram } from './local-program.ts';
import { waitingChild, type WaitingChild } from './run-submission.ts';

const RUN_SUBMISSION = fileURLToPath(
  new URL('../python/inside/run_submission.py', import.meta.url),
);

export interface PythonChildOptions {
  /** Absolute path of the interpreter of the submissions' environment. */
  readonly python: string;
  /** Absolute path of customer_data.csv. */
  readonly csv: string;
  /** The environment of the child; ours is not inherited. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts the process in which one script or notebook will run, on this machine; `startChild` for Python.
 * It finds the data where the workshop's notebooks look for them, `../data/customer_data.csv`: a copy.
 */
export function startPythonChild({ python, csv, env }: PythonChildOptions): WaitingChild {
  const layout = { cwd: 'notebooks', files: { 'data/customer_data.csv': csv } };
  const argv = [python, '-B', RUN_SUBMISSION, csv] as const;
  return waitingChild(startLocalProgram(argv, pythonEnv(python, env), layout));
}
