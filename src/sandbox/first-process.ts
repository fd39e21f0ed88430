import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { startOf } from './process-tree.ts';

/** The first process of a sandbox: with it, the kernel ends every other one in there. */
export interface FirstProcess {
  /** Its number on this machine; null until bubblewrap has said it. */
  readonly pid: number | null;
  /** Resolves when its number is known. */
  readonly known: Promise<number>;
  /** How the program ended, as bubblewrap saw it; null while, or when, it saw no ending. */
  readonly exitCode: number | null;
  /** Kills it, at once or as soon as it is known. */
  kill(): void;
  /** Resolves when it is dead, and so everything in the sandbox. */
  gone(): Promise<void>;
}

/** @param status what bubblewrap writes to `--json-status-fd`: a JSON object on each line */
export function watchFirstProcess(status: Readable): FirstProcess {
  let started: string | null = null;
  let pid: number | null = null;
  let exitCode: number | null = null;
  let unwanted = false;
  const known = Promise.withResolvers<number>();
  let text = '';
  const alive = () => pid !== null && started !== null && startOf(pid) === started;
  const kill = () => {
    unwanted = true;
    if (pid === null || !alive()) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It died in between.
    }
  };
  status.on('data', (chunk: Buffer) => {
    const lines = (text + chunk.toString('utf8')).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const said: unknown = JSON.parse(line);
      if (pid === null) {
        pid = numberIn(said, 'child-pid');
        started = pid === null ? null : startOf(pid);
        if (pid !== null) known.resolve(pid);
        if (unwanted) kill();
      } else exitCode ??= numberIn(said, 'exit-code');
    }
  });
  return {
    known: known.promise,
    get pid() {
      return pid;
    },
    get exitCode() {
      return exitCode;
    },
    kill,
    async gone() {
      kill();
      // Its end is not announced to us: bubblewrap may go first.
      while (alive()) await pause(1);
    },
  };
}

function numberIn(value: unknown, key: string): number | null {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' ? found : null;
}
