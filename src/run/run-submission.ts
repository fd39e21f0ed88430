import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Execution, Json } from '../judge/snapshot.ts';
import { collect, collectReport, type Collected } from './collect.ts';
import { RETURN_LIMIT, type GivenJob, type Job } from './job.ts';
import { startLocalProgram } from './local-program.ts';
import type { Ending, Program } from './program.ts';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** What is kept of the submission's output, in bytes. */
const OUTPUT_LIMIT = 64 * 1024;
/** What a report may take, in bytes: a returned value, or an error, whose messages the child cuts. */
const REPORT_LIMIT = RETURN_LIMIT + 64 * 1024;
/** Whoever prints or reports more than this, in bytes, is stopped: reading it would slow the others down. */
const FLOOD = 256 * 1024 * 1024;

/** How an execution says that it was its CPU time that ended. */
const OUT_OF_CPU_TIME = {
  name: 'Error',
  message: 'CPU time limit exceeded',
  line: null,
  code: 'cpu-time',
} as const;

export interface ChildOptions {
  /** Heap limit, in mebibytes. */
  readonly memoryMb: number;
  /** Absolute path of customer_data.csv. */
  readonly csv: string;
  /** The environment of the child; ours is not inherited. */
  readonly env: Readonly<Record<string, string>>;
}

export interface RunOptions {
  /** Wall-clock limit from the moment the job is given, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Ran {
  readonly execution: Execution;
  readonly returned: Json;
  /** The most memory that it was seen to use; null where nobody looked. */
  readonly memoryBytes: number | null;
}

/** A process that has loaded the workshop and its data, and waits for its job; it starts while MLflow is made ready. */
export interface WaitingChild extends Disposable {
  /** Where its gateway has to listen, and what it calls it; absent when it reaches any port of ours. */
  readonly gateway?: Place['gateway'];
  /** Runs one TypeScript submission; every ending gives a result. Call it once. */
  run(job: Job, options: RunOptions): Promise<Ran>;
}

/** Where a submission's process runs when that is not this machine as we see it. */
export interface Place {
  /** The socket file on which its gateway has to listen, and the address of that inside; absent for a port. */
  readonly gateway?: { readonly socketPath: string; readonly uri: string };
  /** Brings the job's files there. @returns the job as it reads inside */
  bring(job: Job): Promise<Job>;
}

/** Starts the process in which one submission will run. Disposing kills it and what it started. */
export function startChild({ memoryMb, csv, env }: ChildOptions): WaitingChild {
  const argv = childArguments(memoryMb, { child: CHILD, csv });
  return waitingChild(startLocalProgram([process.execPath, ...argv], env));
}

/** What Node is told to become such a process. The paths of child.ts and customer_data.csv are those where it runs. */
export function childArguments(memoryMb: number, paths: { child: string; csv: string }): string[] {
  const { child, csv } = paths;
  const packed = join(dirname(child), 'packed-imports.ts');
  return [
    `--max-old-space-size=${memoryMb}`,
    '--disable-warning=ExperimentalWarning',
    '--import',
    packed,
    child,
    csv,
  ];
}

/** Gives a started child.ts its job, and its ending a name. */
export function waitingChild(program: Program, place?: Place): WaitingChild {
  const output = collect(OUTPUT_LIMIT);
  const nonce = randomUUID();
  const report = collectReport(nonce, REPORT_LIMIT);
  const kill = () => program.kill();
  let flooded = false;
  const read = (stream: Readable, into: Collected) =>
    stream.on('data', (chunk: Buffer) => {
      if (into.add(chunk) <= FLOOD) return;
      flooded = true;
      kill();
    });
  for (const stream of program.output) read(stream, output);
  read(program.report, report);
  // A child that has ended reads nothing: its ending says why.
  program.stdin.on('error', () => undefined);
  // Whoever never runs it does not wait for its ending.
  program.ended.catch(() => undefined);

  async function end(job: Job): Promise<Ending> {
    const brought = place === undefined ? job : await place.bring(job);
    program.stdin.end(JSON.stringify({ ...brought, nonce } satisfies GivenJob));
    // Loaded while it runs: a student waits for what is loaded before or after.
    import('./parse-report.ts').catch(() => undefined);
    return await program.ended;
  }

  return {
    ...(place?.gateway !== undefined && { gateway: place.gateway }),
    async run(job, { timeoutMs, signal }) {
      const started = performance.now();
      let timedOut = false;
      const timer = setTimeout(() => {
        timedOut = true;
        kill();
      }, timeoutMs);
      signal?.addEventListener('abort', kill, { once: true });
      const { code, limit, memoryBytes } = await end(job).finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', kill);
      });
      const { parseReport } = await import('./parse-report.ts');
      const said = parseReport(report.text());
      const execution = {
        durationMs: Math.round(performance.now() - started),
        limitMs: timeoutMs,
        output: output.text(),
        exitCode: code,
      };
      if (timedOut || limit === 'cpu') {
        const error = timedOut ? null : OUT_OF_CPU_TIME;
        const ended: Execution = { ...execution, outcome: 'timed-out', error };
        return { execution: ended, returned: null, memoryBytes };
      }
      if (said === null) {
        const outOfMemory = !flooded && (limit === 'memory' || isHeapFull(output.text()));
        const outcome = outOfMemory ? 'out-of-memory' : 'exited';
        return { execution: { ...execution, outcome, error: null }, returned: null, memoryBytes };
      }
      return said.kind === 'returned'
        ? {
            execution: { ...execution, outcome: 'completed', error: null },
            returned: said.value,
            memoryBytes,
          }
        : {
            execution: { ...execution, outcome: said.kind, error: said.error },
            returned: null,
            memoryBytes,
          };
    },
    [Symbol.dispose]: () => program[Symbol.dispose](),
  };
}

function isHeapFull(output: string): boolean {
  return output.includes('JavaScript heap out of memory');
}
