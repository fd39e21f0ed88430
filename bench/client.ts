import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { bareUpload } from './bare-upload.ts';
import { compare, type Comparison } from './comparison.ts';
import { toArtifactRoot, toUrl } from '../src/mlflow/artifact-path.ts';
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
    const root = toArtifactRoot(options.trackingUri, info.artifactUri);
    const artifact = toUrl(root, basename(file));
    const task = { runId: info.runId, scratch, file, artifact };
    const pairs: readonly Pair[] = [
      logBatches(mlflow, task),
      upload(mlflow.client, task),
      {
        ...upload(mlflow.client, task),
        name: 'upload of the same bytes by a bare socket',
        // What no client can beat, for comparison.
        aside: true,
        ours: async () => await bareUpload(artifact, content),
      },
      download(mlflow.client, task),
    ];
    await python.run({ action: 'resume', runId: info.runId });
    const comparisons: Comparison[] = [];
    for (const pair of pairs) {
      await pair.before?.();
      const times = { ours: [] as number[], python: [] as number[] };
      // The first round is a warm-up.
      for (let round = 0; round <= repetitions; round++) {
        times.ours.push(await timed(pair.ours));
        await pair.after?.();
        times.python.push(await python.run(pair.python));
        await pair.after?.();
      }
      const [ours, theirs] = [times.ours.slice(1), times.python.slice(1)];
      comparisons.push(compare(pair.name, ours, theirs, pair.aside));
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
  /** Where the server has the file once it is uploaded. */
  readonly artifact: string;
}

interface Pair {
  readonly name: string;
  /** Printed beside the line above it, with no bar to keep. */
  readonly aside?: boolean;
  readonly before?: () => Promise<void>;
  readonly ours: () => Promise<void>;
  /** The same, as client_bench.py reads it. */
  readonly python: object;
  /** Deletes what either side has left, outside the time. */
  readonly after?: () => Promise<void>;
}

function logBatches(mlflow: Mlflow, { runId }: Task): Pair {
  const ours = async () => {
    for (let step = 0; step < CALLS; step++) {
      const values = Object.fromEntries(KEYS.map((key) => [key, 0.5 + step]));
      await mlflow.logMetrics(values, { step });
    }
  };
  const name = `${CALLS} sequential log-batch calls`;
  return { name, ours, python: { action: 'logBatches', runId, calls: CALLS, keys: KEYS } };
}

/** Into a run without it, as a run logs a file once: where one is replaced, a third of the time is the file system's. */
function upload(client: MlflowClient, { runId, file, artifact }: Task): Pair {
  const ours = async () => {
    await client.logArtifact(runId, file);
  };
  const after = async () => await deleteArtifact(artifact);
  const name = 'upload of a 20 MB artifact';
  return { name, ours, python: { action: 'upload', runId, file }, after };
}

function download(client: MlflowClient, { runId, scratch, file }: Task): Pair {
  const path = basename(file);
  const target = join(scratch, 'downloaded');
  const ours = async () => {
    await client.downloadArtifacts(runId, path, target);
  };
  // client_bench.py deletes its own.
  const after = async () => await rm(target, { recursive: true, force: true });
  const name = 'download of a 20 MB artifact';
  const before = async () => await client.logArtifact(runId, file);
  return { name, before, ours, python: { action: 'download', runId, path, scratch }, after };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function deleteArtifact(url: string): Promise<void> {
  const { status } = await fetch(url, { method: 'DELETE' });
  if (status !== 200) throw new Error(`the server answered ${status} to the deletion of ${url}`);
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
