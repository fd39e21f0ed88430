import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { killTree } from './kill-tree.ts';
import { ownTemp } from './own-temp.ts';
import type { Ending, Program } from './program.ts';

/** Starts a process of this machine in a process group of its own, with a folder for its temporary files. */
export function startLocalProgram(
  argv: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Program {
  const [file, ...args] = argv;
  const temp = ownTemp();
  const child = spawn(file, args, {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: { ...env, ...temp.env },
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

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}
