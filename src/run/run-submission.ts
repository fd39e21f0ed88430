import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Execution, Json } from '../judge/snapshot.ts';
import type { Job } from './job.ts';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** What is kept of the submission's output, in bytes. */
const OUTPUT_LIMIT = 64 * 1024;
/** What a returned value may take as JSON, in bytes. */
const REPORT_LIMIT = 1024 * 1024;

export interface ChildOptions {
  /** Heap limit, in mebibytes. */
  readonly memoryMb: number;
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
}

/** A process that has loaded the workshop and waits for its job; it starts while MLflow is made ready. */
export interface WaitingChild extends Disposable {
  /** Runs one TypeScript submission; every ending gives a result. Call it once. */
  run(job: Job, options: RunOptions): Promise<Ran>;
}

/** Starts the process in which one submission will run. Disposing kills it and what it started. */
export function startChild({ memoryMb, env }: ChildOptions): WaitingChild {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${memoryMb}`, '--disable-warning=ExperimentalWarning', CHILD],
    { stdio: ['pipe', 'pipe', 'pipe', 'pipe'], env, detached: process.platform !== 'win32' },
  );
  const output = collect(OUTPUT_LIMIT);
  const report = collect(REPORT_LIMIT);
  const kill = () => killTree(child.pid);
  child.stdout?.on('data', output.add);
  child.stderr?.on('data', output.add);
  child.stdio[3]?.on('data', report.add);
  // A child that has ended reads nothing: its ending says why.
  child.stdin?.on('error', () => undefined);
  const ending = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    // A grandchild may hold the pipes open after the child has gone: what it left of itself dies first.
    child.once('exit', () => {
      kill();
      process.off('exit', kill);
    });
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  // An endless loop must not outlive an interrupted command.
  process.once('exit', kill);
  // Whoever never runs it does not wait for its ending.
  ending.catch(() => undefined);

  return {
    async run(job, { timeoutMs, signal }) {
      const started = performance.now();
      let timedOut = false;
      const timer = setTimeout(() => {
        timedOut = true;
        kill();
      }, timeoutMs);
      signal?.addEventListener('abort', kill, { once: true });
      child.stdin?.end(JSON.stringify(job));
      const { code, signal: killedBy } = await ending.finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', kill);
      });
      // Loaded only now: what comes before the spawning of the child is time that a student waits.
      const { parseReport } = await import('./parse-report.ts');
      const said = parseReport(report.text());
      const execution = {
        durationMs: Math.round(performance.now() - started),
        limitMs: timeoutMs,
        output: output.text(),
        exitCode: code,
      };
      if (timedOut) return without({ ...execution, outcome: 'timed-out' });
      if (said === null) {
        const outOfMemory = isOutOfMemory(code, killedBy, output.text());
        return without({ ...execution, outcome: outOfMemory ? 'out-of-memory' : 'exited' });
      }
      return said.kind === 'returned'
        ? { execution: { ...execution, outcome: 'completed', error: null }, returned: said.value }
        : { execution: { ...execution, outcome: said.kind, error: said.error }, returned: null };
    },
    [Symbol.dispose]: kill,
  };
}

interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
}

function without(execution: Omit<Execution, 'error'>): Ran {
  return { execution: { ...execution, error: null }, returned: null };
}

/** Kills the child and what it started; a group that has gone already is fine. */
function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function collect(limit: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add: (chunk: Buffer) => {
      if (size < limit) chunks.push(chunk.subarray(0, limit - size));
      size += chunk.length;
    },
    text: () => Buffer.concat(chunks).toString('utf8') + (size > limit ? '\n[…]' : ''),
  };
}

function isOutOfMemory(code: number | null, signal: string | null, output: string): boolean {
  return (
    output.includes('JavaScript heap out of memory') || (code === null && signal === 'SIGKILL')
  );
}
