import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';

const run = promisify(execFile);

/** Runs a script of tests/mlflow/python against the tests' MLflow; the last line it prints, as JSON. */
export async function runPython(script: string, ...args: readonly string[]): Promise<unknown> {
  const file = join(import.meta.dirname, 'python', script);
  const { stdout } = await run(inject('python'), [file, inject('trackingUri'), ...args]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** A name that no other test of the run has used. */
export function freshName(stem: string): string {
  return `${stem}-${crypto.randomUUID().slice(0, 8)}`;
}
