import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { killTree } from './kill-tree.ts';
import { ownTemp } from './own-temp.ts';
import type { Ending, Program } from './program.ts';

/** What a process finds in the folder for its temporary files. */
export interface Layout {
  /** The folder in it where it starts. */
  readonly cwd: string;
  /** Files of this machine that are copied there, by their path in it. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Starts a process of this machine in a process group of its own, with a folder for its temporary files.
 *
 * @param layout where it starts and what is there; where we are when absent
 */
export function startLocalProgram(
  argv: readonly [string, ...string[]],
  env: Readonly<Record<string, string | undefined>>,
  layout?: Layout,
): Program {
  const [file, ...args] = argv;
  const temp = ownTemp();
  if (layout !== undefined) layOut(temp.folder, layout);
  const child = spawn(file, args, {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: { ...env, ...temp.env },
    ...(layout !== undefined && { cwd: join(temp.folder, layout.cwd) }),
    detached: process.platform !== 'win32',
  });
  const kill = () => killTree(child.pid);
  const end = () => {
    kill();
    temp[Symbol.dispose]();
  };
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', (error) => {
      temp[Symbol.dispose]();
      reject(error);
    });
    // A grandchild may hold the pipes open after the child has gone: what it left of itself dies first.
    child.once('exit', () => {
      end();
      process.off('exit', end);
    });
    child.once('close', (code, signal) =>
      // Who kills without being asked is the system, when memory ran out.
      resolve({
        code,
        signal,
        limit: signal === 'SIGKILL' ? 'memory' : null,
        memoryBytes: null,
      }),
    );
  });
  // An endless loop must not outlive an interrupted command.
  process.once('exit', end);
  const { stdin, stdout, stderr, stdio } = child;
  if (stdin === null || stdout === null || stderr === null || !isReadable(stdio[3]))
    throw new Error('the process has no pipes');
  return { stdin, output: [stdout, stderr], report: stdio[3], ended, kill, [Symbol.dispose]: kill };
}

function layOut(folder: string, { cwd, files }: Layout): void {
  mkdirSync(join(folder, cwd), { recursive: true });
  for (const [path, source] of Object.entries(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(source, target);
  }
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}
