import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { bareUpload } from './bare-upload.ts';
import { compare, type Comparison } from './comparison.ts';
import { createMlflow, type Mlflow, type MlflowClient } from '../src/mlflow/index.ts';

export interface ClientBenchOptions {
  readonly trackingUri: string;
  /** A Python with MLflow installed. */
  readonly python: string;
  readonly repetitions?: number;
}

const CALLS = 200;
const KEYS = ['accuracy', 'precision', 'recall', 'f1'];
const ARTIFACT_BYTES = 20 * 1024 * 1024;
const SCRIPT = join(import.meta.dirname, '../tests/mlflow/python/client_bench.py');

/** The client against Python's on the same server, both warm, one after the other in each round. */
export async function benchClient(options: ClientBenchOptions): Promise<Comparison[]> {
  const { repetitions = 5 } = options;
  const scratch = await mkdtemp(join(tmpdir(), 'client-bench-'));
  const mlflow = createMlflow({ trackingUri: options.trackingUri, userName: 'bench' });
  await using python = await startPython(options);
  try {
    const file = join(scratch, 'artifact.bin');
    const content = randomBytes(ARTIFACT_BYTES);
    await writeFile(file, content);
    await mlflow.setExperiment('client-bench');
    const { info } = await mlflow.startRun({ runName: 'client-bench' });
    const task = { runId: info.runId, scratch, file };
    const bare = async () => await bareUpload(options.trackingUri, 'client-bench/bare', content);
    const pairs = [
      { name: `${CALLS} sequential log-batch calls`, ...logBatches(mlflow, task) },
      { name: 'upload of a 20 MB artifact', ...upload(mlflow.client, task) },
      {
        name: 'upload of the same bytes by a bare socket',
        // What no client can beat, for comparison.
        aside: true,
        ours: bare,
        python: upload(mlflow.client, task).python,
      },
      { name: 'download of a 20 MB artifact', ...download(mlflow.client, task) },
    ];
    await python.run({ action: 'resume', runId: info.runId });
    const comparisons: Comparison[] = [];
    for (const pair of pairs) {
      await timed(pair.ours);
      await python.run(pair.python);
      const times = { ours: [] as number[], python: [] as number[] };
      for (let round = 0; round < repetitions; round++) {
        times.ours.push(await timed(pair.ours));
        times.python.push(await python.run(pair.python));
      }
      comparisons.push(compare(pair.name, times.ours, times.python, 'aside' in pair));
    }
    await mlflow.endRun();
    return comparisons;
  } finally {
    mlflow.client.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

interface Task {
  readonly runId: string;
  readonly scratch: string;
  readonly file: string;
}

interface Pair {
  /** May leave a folder, which is deleted outside the time, as client_bench.py does: new memory costs more than old. */
  readonly ours: () => Promise<string | void>;
  /** The same, as client_bench.py reads it. */
  readonly python: object;
}

function logBatches(mlflow: Mlflow, { runId }: Task): Pair {
  const ours = async () => {
    for (let step = 0; step < CALLS; step++) {
      const values = Object.fromEntries(KEYS.map((key) => [key, 0.5 + step]));
      await mlflow.logMetrics(values, { step });
    }
  };
  return { ours, python: { action: 'logBatches', runId, calls: CALLS, keys: KEYS } };
}

function upload(client: MlflowClient, { runId, file }: Task): Pair {
  const ours = async () => {
    await client.logArtifact(runId, file);
  };
  return { ours, python: { action: 'upload', runId, file } };
}

function download(client: MlflowClient, { runId, scratch, file }: Task): Pair {
  const path = basename(file);
  const ours = async () => {
    const target = await mkdtemp(join(scratch, 'ours-'));
    await client.downloadArtifacts(runId, path, target);
    return target;
  };
  return { ours, python: { action: 'download', runId, path, scratch } };
}

async function timed(work: Pair['ours']): Promise<number> {
  const start = performance.now();
  const leftover = await work();
  const took = performance.now() - start;
  if (leftover !== undefined) await rm(leftover, { recursive: true });
  return took;
}

interface PythonSide extends AsyncDisposable {
  /** Milliseconds that Python took, its start and imports left out. */
  run(command: object): Promise<number>;
}

async function startPython({ python, trackingUri }: ClientBenchOptions): Promise<PythonSide> {
  const child = spawn(python, [SCRIPT, trackingUri], { stdio: ['pipe', 'pipe', 'ignore'] });
  // MLflow prints sentences of its own; the answers are "ready" and numbers.
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('client_bench.py ended early');
    return value === 'ready' || Number(value) > 0 ? value : await answer();
  };
  await answer();
  return {
    async run(command: object): Promise<number> {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      return Number(await answer());
    },
    async [Symbol.asyncDispose](): Promise<void> {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
