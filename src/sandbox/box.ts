import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { asUser } from './as-user.ts';
import { bubblewrapArguments } from './bubblewrap-arguments.ts';
import { closingOthers } from './closing-others.ts';
import { watchFirstProcess, type FirstProcess } from './first-process.ts';
import { etcMounts, inside, programMounts } from './inside.ts';
import { SandboxFailedError, type Command, type Mount } from './sandbox.ts';
import type { Scratch } from './scratch.ts';

const REPORT = 3;
const STATUS = 4;
/** Users that no person and no service has, also where a container has only 65,536 of them. */
const USERS = { first: 61_184, count: 4000 };
let nextUser = randomInt(USERS.count);

/** What bubblewrap made: a program among the mounts and within the limits that were asked for. */
export interface Box {
  readonly first: FirstProcess;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** File descriptor 3. */
  readonly report: Readable;
  /** Resolves when everything in it is dead and read. @throws SandboxFailedError when it was never there */
  gone(): Promise<void>;
  /** What became of its making, where nothing came of it: the beginning of what it said. */
  failure(): SandboxFailedError;
}

export function openBox(command: Command, scratch: Scratch): Box {
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
  const exited = once(child, 'exit');
  const closed = once(child, 'close');
  for (const ending of [exited, closed]) ending.catch(() => undefined);
  return {
    first,
    stdin,
    stdout,
    stderr,
    report,
    async gone() {
      try {
        await exited;
        await first.gone();
        await closed;
      } catch (cause) {
        throw new SandboxFailedError('bubblewrap', whyNotStarted(cause), { cause });
      }
    },
    failure() {
      const text = said().trim();
      return new SandboxFailedError(
        'bubblewrap',
        /execute bwrap/.test(text) ? NOT_INSTALLED : text,
      );
    },
  };
}

const NOT_INSTALLED = 'bubblewrap is not installed (apt-get install bubblewrap)';

function whyNotStarted(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return NOT_INSTALLED;
  return error instanceof Error ? error.message : String(error);
}

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
