import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Execution, Json } from '../judge/snapshot.ts';
import type { Job } from './job.ts';
import { parseReport } from './parse-report.ts';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** What is kept of the submission's output, in bytes. */
const OUTPUT_LIMIT = 64 * 1024;
/** What a returned value may take as JSON, in bytes. */
const REPORT_LIMIT = 1024 * 1024;

export interface RunOptions {
  /** Wall-clock limit, in milliseconds. */
  readonly timeoutMs: number;
  /** Heap limit, in mebibytes. */
  readonly memoryMb: number;
  /** The environment of the child; ours is not inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface Ran {
  readonly execution: Execution;
  readonly returned: Json;
}

/** Runs one TypeScript submission in a process of its own; every ending gives a result. */
export async function runSubmission(job: Job, options: RunOptions): Promise<Ran> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${options.memoryMb}`, '--disable-warning=ExperimentalWarning', CHILD],
    { stdio: ['pipe', 'pipe', 'pipe', 'pipe'], env: options.env, detached: process.platform !== 'win32' },
  );
  const output = collect(OUTPUT_LIMIT);
  const report = collect(REPORT_LIMIT);
  child.stdout?.on('data', output.add);
  child.stderr?.on('data', output.add);
  child.stdio[3]?.on('data', report.add);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify(job));

  let timedOut = false;
  const kill = () => killTree(child.pid);
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, options.timeoutMs);
  options.signal?.addEventListener('abort', kill, { once: true });
  const ended = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', reject);
    // A grandchild may hold the pipes open after the child has gone: what it left of itself dies first.
    child.once('exit', kill);
    child.once('close', (code, signal) => resolve({ code, signal }));
  }).finally(() => {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', kill);
  });

  const said = parseReport(report.text());
  const execution = {
    durationMs: Math.round(performance.now() - started),
    limitMs: options.timeoutMs,
    output: output.text(),
    exitCode: ended.code,
  };
  if (timedOut) return { execution: { ...execution, outcome: 'timed-out', error: null }, returned: null };
  if (said === null) {
    const outcome = isOutOfMemory(ended, output.text()) ? 'out-of-memory' : 'exited';
    return { execution: { ...execution, outcome, error: null }, returned: null };
  }
  return said.kind === 'returned'
    ? { execution: { ...execution, outcome: 'completed', error: null }, returned: said.value }
    : { execution: { ...execution, outcome: said.kind, error: said.error }, returned: null };
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

function isOutOfMemory(ended: { code: number | null; signal: string | null }, output: string): boolean {
  return output.includes('JavaScript heap out of memory') || (ended.code === null && ended.signal === 'SIGKILL');
}
