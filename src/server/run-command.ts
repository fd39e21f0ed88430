import { spawn } from 'node:child_process';

/** How a command ended, with the end of what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs a command to its end, both outputs read line by line. Does not throw on a non-zero exit.
 * The command ends with us: it is killed when `signal` aborts or our process exits.
 * @throws the spawn error (no such program), or the signal's reason
 */
export function runCommand(
  program: string,
  args: readonly string[],
  options: {
    env?: Record<string, string | undefined>;
    onLine?: (line: string) => void;
    signal?: AbortSignal | undefined;
  } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    options.signal?.addEventListener('abort', kill, { once: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output = (output + chunk).slice(-8_000);
        const lines = (rest + chunk).split(/\r?\n/);
        rest = lines.pop() ?? '';
        for (const line of lines) options.onLine?.(line);
      });
    }
    const tidy = () => {
      process.off('exit', kill);
      options.signal?.removeEventListener('abort', kill);
    };
    child.once('error', (error) => {
      tidy();
      reject(error);
    });
    child.once('close', (code) => {
      tidy();
      if (options.signal?.aborted) reject(options.signal.reason);
      else resolve({ code, output });
    });
  });
}
