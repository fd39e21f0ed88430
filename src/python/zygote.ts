import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';

/** Python's programs that run beside a submission. */
export const INSIDE = fileURLToPath(new URL('inside/', import.meta.url));

/** What is asked of it, beside what tells one answer from another. */
export interface ForkRequest {
  /** The module whose `main` runs. */
  readonly program: 'run_submission' | 'score_model';
  readonly arguments: readonly string[];
  /** The first process of the sandbox that it enters. */
  readonly first: number;
  /** The socket file that takes its streams up: four connections, each of which begins with its name. */
  readonly sockets: string;
  /** Its whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its working folder, inside. */
  readonly folder: string;
  readonly limits: {
    readonly memoryMb: number;
    readonly tasks: number;
    readonly cpuSeconds: number;
  };
}

export interface Forked {
  /** Its number on this machine; null until it is known. */
  readonly pid: number | null;
  /** @throws ZygoteError when it could not be forked, or the zygote has ended */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: number | null }>;
}

/** A process that has imported what Python submissions import, seconds of CPU, and forks theirs. */
export interface Zygote extends AsyncDisposable {
  /** The Python that it is. */
  readonly python: string;
  fork(request: ForkRequest): Forked;
}

/** Trouble of ours, with which nobody is marked. */
export class ZygoteError extends Error {
  override readonly name = 'ZygoteError';
  readonly code = 'ZYGOTE_FAILED';
  /** @param detail what Python said */
  constructor(detail: string) {
    super(`the process from which Python submissions are forked failed: ${detail}`);
  }
}

interface Answer {
  readonly id?: string;
  readonly pid?: number;
  readonly code?: number;
  readonly signal?: number;
  readonly error?: string;
}

const isAnswer = new Ajv().compile<Answer>({
  type: 'object',
  properties: {
    id: { type: 'string' },
    pid: { type: 'integer' },
    code: { type: 'integer' },
    signal: { type: 'integer' },
    error: { type: 'string' },
  },
});

interface Waiting {
  onPid(pid: number): void;
  onEnd(end: { code: number | null; signal: number | null }): void;
  readonly onError: (error: ZygoteError) => void;
}

/** What is kept of what it prints, in characters. */
const OUTPUT_LIMIT = 4096;

/**
 * Starts it outside of every sandbox: nothing of a submission runs in it. Requests wait until it has imported.
 *
 * @param python absolute path of the interpreter of the submissions' environment
 */
export function startZygote(python: string): Zygote {
  // With the options of a process that is started for itself: what a submission starts in its turn gets them too.
  const child = spawn(python, ['-B', `${INSIDE}zygote.py`], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: '/',
    // What is forked can read this: nothing of ours in it.
    env: {
      LANG: 'C.UTF-8',
      // Or Node gives it the folder of its own coverage.
      NODE_V8_COVERAGE: '',
      // Several submissions at once: each has a core.
      OPENBLAS_NUM_THREADS: '1',
      OMP_NUM_THREADS: '1',
      // Its list of fonts, and no settings of whoever grades.
      MPLCONFIGDIR: join(dirname(dirname(python)), 'matplotlib'),
    },
  });
  const waiting = new Map<string, Waiting>();
  let over: ZygoteError | null = null;
  let output = '';
  let next = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-OUTPUT_LIMIT);
  });
  child.stdin.on('error', () => undefined);
  const fail = (detail: string) => {
    over ??= new ZygoteError(detail);
    for (const { onError } of waiting.values()) onError(over);
    waiting.clear();
  };
  child.once('error', (error) => fail(error.message));
  child.once('exit', () => fail(output.trim().split('\n').at(-1) ?? 'it ended'));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said: unknown = JSON.parse(line);
    if (!isAnswer(said) || said.id === undefined) return;
    const { id, pid, code = null, signal = null, error } = said;
    const one = waiting.get(id);
    if (pid !== undefined) return one?.onPid(pid);
    waiting.delete(id);
    if (error === undefined) one?.onEnd({ code, signal });
    else one?.onError(new ZygoteError(error));
  });
  return {
    python,
    fork(request) {
      const id = String((next += 1));
      let pid: number | null = null;
      const ended = new Promise<Awaited<Forked['ended']>>((resolve, reject) => {
        if (over !== null) return reject(over);
        waiting.set(id, {
          onPid: (number) => (pid = number),
          onEnd: resolve,
          onError: reject,
        });
        child.stdin.write(`${JSON.stringify({ id, ...request })}\n`);
      });
      return {
        get pid() {
          return pid;
        },
        ended,
      };
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
