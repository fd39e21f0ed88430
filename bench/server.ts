import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import getPort from 'get-port';
import { findTrackingServer } from '../src/server/index.ts';
import { ask } from '../src/server/health.ts';
import { compare, type Comparison } from './comparison.ts';

export interface ServerBenchOptions {
  /** The installed embedded environment, `<project>/.mlflow/python`. */
  readonly pythonFolder: string;
  /** A python with a plain MLflow, all that `pip install mlflow` brings. */
  readonly plainPython: string;
  readonly env: Record<string, string | undefined>;
  /** Interleaved repetitions; five unless told. */
  readonly repetitions?: number;
}

/**
 * From start to healthy on fresh data: the embedded server, installed, against plain `mlflow server` with
 * its defaults on a fresh SQLite file.
 */
export async function benchServer(options: ServerBenchOptions): Promise<Comparison[]> {
  const ours: number[] = [];
  const python: number[] = [];
  for (let round = 0; round < (options.repetitions ?? 5); round += 1) {
    python.push(await inFreshFolder((folder) => plainStart(folder, options)));
    ours.push(await inFreshFolder((folder) => embeddedStart(folder, options)));
  }
  return [compare('embedded server, start to healthy', ours, python)];
}

async function embeddedStart(stateFolder: string, options: ServerBenchOptions): Promise<number> {
  const env = { ...options.env, WORKSHOP_MLFLOW: 'embedded' };
  const start = performance.now();
  const { pythonFolder } = options;
  const server = await findTrackingServer({ stateFolder, pythonFolder, env });
  const elapsed = performance.now() - start;
  await server.stop();
  return elapsed;
}

async function plainStart(folder: string, options: ServerBenchOptions): Promise<number> {
  const port = await getPort();
  const start = performance.now();
  const database = `sqlite:///${join(folder, 'mlflow.db')}`;
  const args = ['-m', 'mlflow', 'server', '--port', String(port), '--backend-store-uri', database];
  const child = spawn(options.plainPython, args, {
    cwd: folder,
    env: options.env,
    // A group of its own, so that its workers can be stopped with it.
    detached: true,
    stdio: 'ignore',
  });
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error('plain mlflow server ended');
      await pause(20);
    }
    return performance.now() - start;
  } finally {
    if (child.pid !== undefined) await stopGroup(child.pid);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await ask(`http://127.0.0.1:${port}/health`, 5_000)).status === 200;
  } catch {
    return false;
  }
}

async function stopGroup(pid: number): Promise<void> {
  process.kill(-pid, 'SIGTERM');
  for (let waited = 0; waited < 10_000; waited += 50) {
    try {
      process.kill(-pid, 0);
    } catch {
      return;
    }
    await pause(50);
  }
  process.kill(-pid, 'SIGKILL');
}

async function inFreshFolder(measure: (folder: string) => Promise<number>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-server-'));
  try {
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
