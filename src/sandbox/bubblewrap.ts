import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Ending } from '../run/program.ts';
import { asUser } from './as-user.ts';
import { bubblewrapArguments } from './bubblewrap-arguments.ts';
import { closingOthers } from './closing-others.ts';
import { watchFirstProcess } from './first-process.ts';
import { etcMounts, inside, programMounts } from './inside.ts';
import { memoryOfTree } from './process-tree.ts';
import { SandboxFailedError, type Command, type Mount, type SandboxedProgram } from './sandbox.ts';
import { inScratch, makeScratch } from './scratch.ts';
import { watchMemory } from './watch-memory.ts';

const REPORT = 3;
const STATUS = 4;
/** Users that no person and no service has, also where a container has only 65,536 of them. */
const USERS = { first: 61_184, count: 4000 };
let nextUser = randomInt(USERS.count);

/** A program in a bubblewrap sandbox. */
export function startBubblewrap(command: Command, folder: string): SandboxedProgram {
  const scratch = makeScratch(folder);
  const mounts = [
    ...etcMounts(),
    ...programMounts(),
    { source: scratch.inbox, target: inside.submission },
    { source: scratch.door, target: '/door' },
    ...(command.mounts ?? []),
  ];
  const child = launch(command, mounts, scratch.folder);
  const [stdin, stdout, stderr, report, status] = pipesOf(child);
  const first = watchFirstProcess(status);
  const said = startOfText(stderr);
  let limit: Ending['limit'] = null;
  let killed = false;
  const kill = () => {
    killed = true;
    first.kill();
  };
  const memory = watchMemory(
    () => (first.pid === null ? null : memoryOfTree(first.pid)),
    command.limits.memoryMb * 1024 ** 2,
    () => {
      limit = 'memory';
      kill();
    },
  );

  async function end(): Promise<Ending> {
    const closed = once(child, 'close');
    closed.catch(() => undefined);
    try {
      await once(child, 'exit');
      await first.gone();
      await closed;
    } catch (cause) {
      throw new SandboxFailedError('bubblewrap', whyNotStarted(cause), { cause });
    } finally {
      memory[Symbol.dispose]();
      scratch[Symbol.dispose]();
    }
    const code = first.exitCode;
    const memoryBytes = memory.most;
    if (killed) return { code: null, signal: 'SIGKILL', limit, memoryBytes };
    if (code !== null)
      return { code, signal: null, limit: code === SIGXCPU ? 'cpu' : null, memoryBytes };
    // The program cannot kill the first process; the system does when memory runs out.
    if (first.pid !== null) return { code: null, signal: 'SIGKILL', limit: 'memory', memoryBytes };
    const text = said().trim();
    throw new SandboxFailedError('bubblewrap', /execute bwrap/.test(text) ? NOT_INSTALLED : text);
  }

  const ended = end();
  return inScratch(scratch, { stdin, output: [stdout, stderr], report, ended, kill });
}

const NOT_INSTALLED = 'bubblewrap is not installed (apt-get install bubblewrap)';

function whyNotStarted(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NOT_INSTALLED;
  return error instanceof Error ? error.message : String(error);
}

/** Exit code of a program that was ended for its CPU time. */
const SIGXCPU = 128 + 24;

function launch(command: Command, mounts: readonly Mount[], folder: string): ChildProcess {
  const toArguments = (from: readonly Mount[]) => bubblewrapArguments(command, from, STATUS);
  nextUser = (nextUser + 1) % USERS.count;
  const [file, args] =
    process.getuid?.() === 0
      ? asUser(USERS.first + nextUser, mounts, folder, toArguments)
      : (['bwrap', toArguments(mounts)] as const);
  const [shell, ...words] = closingOthers(STATUS, [file, ...args]);
  return spawn(shell, words, {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
    cwd: '/',
    // Empty, because Node gives the folder of its own coverage to children that do not name one, and the
    // submission can read bubblewrap's environment.
    env: {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      NODE_V8_COVERAGE: '',
    },
  });
}

function pipesOf(child: ChildProcess): [Writable, Readable, Readable, Readable, Readable] {
  const { stdin, stdout, stderr, stdio } = child;
  const [report, status] = [stdio[REPORT], stdio[STATUS]];
  if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes');
  if (!isReadable(report) || !isReadable(status)) throw new Error('no pipes');
  return [stdin, stdout, stderr, report, status];
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}

function startOfText(stream: Readable): () => string {
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    if (text.length < 2048) text += chunk.toString('utf8').slice(0, 2048);
  });
  return () => text;
}
