import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Execution, Json } from '../judge/snapshot.ts';
import { collect, collectReport, type Collected } from './collect.ts';
import { BEGUN, READY, RETURN_LIMIT, type GivenJob, type Job, type Report } from './job.ts';
import { startLocalProgram } from './local-program.ts';
import type { Ending, Program } from './program.ts';

/** The child and what it is started with, on this machine. */
export const HERE = {
  imports: new URL('packed-imports.ts', import.meta.url).href,
  child: fileURLToPath(new URL('child.ts', import.meta.url)),
} as const;

/** The longest that a process may take until it can be given a job, in milliseconds. */
const LOADING_MS = 120_000;

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

/** The process ended before a submission was begun: trouble of ours, with which nobody is marked. */
export class ChildNotStartedError extends Error {
  override readonly name = 'ChildNotStartedError';
  readonly code = 'CHILD_NOT_STARTED';
  /** @param output what it printed */
  constructor(output: string) {
    const [last = ''] = output.trim().split('\n').slice(-1);
    super(`the process for submissions did not start: ${last}`);
  }
}

export interface RunOptions {
  /** Wall-clock limit from when the process is ready and has its job, in milliseconds. */
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
  /**
   * Runs one TypeScript submission; every ending gives a result. Call it once.
   * @throws ChildNotStartedError
   */
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
  const argv = childArguments(memoryMb, { ...HERE, csv });
  return waitingChild(startLocalProgram([process.execPath, ...argv], env));
}

/** Where things are, in the place where the process runs. */
interface ChildPaths {
  /** packed-imports.ts, as `node --import` reads it: a URL, or a path without characters that mean something in one. */
  readonly imports: string;
  readonly child: string;
  /** customer_data.csv. */
  readonly csv: string;
}

/** What Node is told to become such a process. */
export function childArguments(memoryMb: number, { imports, child, csv }: ChildPaths): string[] {
  return [
    `--max-old-space-size=${memoryMb}`,
    '--disable-warning=ExperimentalWarning',
    '--import',
    imports,
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
  const start = collect(READY.length + BEGUN.length);
  program.report.on('data', (chunk: Buffer) => start.add(chunk));
  read(program.report, report);
  // These bytes come before any of the submission's, which can neither unsay nor forge them.
  const hasBegun = () => start.text().startsWith(READY + BEGUN);
  const ready = isReady(program);
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
      let started = performance.now();
      let timedOut = false;
      let timer = setTimeout(kill, LOADING_MS);
      const limitTime = async () => {
        if (!(await ready)) return;
        clearTimeout(timer);
        started = performance.now();
        timer = setTimeout(() => {
          timedOut = true;
          kill();
        }, timeoutMs);
      };
      void limitTime();
      signal?.addEventListener('abort', kill, { once: true });
      const { code, limit, memoryBytes } = await end(job).finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', kill);
      });
      const { parseReport } = await import('./parse-report.ts');
      if (!(await ready) && signal?.aborted !== true) throw new ChildNotStartedError(output.text());
      if (!hasBegun() && !timedOut && limit === null && signal?.aborted !== true)
        throw new ChildNotStartedError(output.text());
      const said = parseReport(report.text());
      const execution = {
        durationMs: Math.round(performance.now() - started),
        limitMs: timeoutMs,
        output: output.text(),
        exitCode: code,
      };
      const ran = (
        outcome: Execution['outcome'],
        error: Execution['error'] = null,
        value: Json = null,
      ): Ran => ({
        execution: {
          ...execution,
          outcome,
          error,
          ...(said?.stoppedAt !== undefined && { stoppedAt: said.stoppedAt }),
          ...elsewhereOf(said),
        },
        returned: value,
        memoryBytes,
      });
      if (timedOut || limit === 'cpu') return ran('timed-out', timedOut ? null : OUT_OF_CPU_TIME);
      if (said === null || said.kind === 'running') {
        const outOfMemory = !flooded && (limit === 'memory' || isHeapFull(output.text()));
        return ran(outOfMemory ? 'out-of-memory' : 'exited');
      }
      return said.kind === 'returned'
        ? ran('completed', null, said.value)
        : ran(said.kind, said.error, said.value ?? null);
    },
    [Symbol.dispose]: () => program[Symbol.dispose](),
  };
}

function elsewhereOf(said: Report | null): Pick<Execution, 'elsewhere'> {
  if (said === null || said.kind === 'running' || said.elsewhere === undefined) return {};
  const { uri, cell, line } = said.elsewhere;
  return { elsewhere: { uri, cell, line } };
}

/** Whether the first thing that it says is that it is ready. */
async function isReady({ report, ended }: Program): Promise<boolean> {
  const first = new Promise<boolean>((resolve) => {
    report.once('data', (chunk: Buffer) => resolve(chunk.toString('latin1').startsWith(READY)));
  });
  const never = async () => false;
  return await Promise.race([first, ended.then(never, never)]);
}

function isHeapFull(output: string): boolean {
  return output.includes('JavaScript heap out of memory');
}
