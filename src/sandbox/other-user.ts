import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Job } from '../run/job.ts';
import type { Ending, Program } from '../run/program.ts';
import { childArguments, HERE, waitingChild, type WaitingChild } from '../run/run-submission.ts';
import { closingOthers } from './closing-others.ts';
import { memoryOfUser } from './process-tree.ts';
import type { Limits } from './sandbox.ts';
import { heapMb } from './sandboxed-child.ts';
import { watchMemory } from './watch-memory.ts';

const REPORT = 3;
/** Half a core that is busy takes its time to load the kit. */
const TRY_MS = 60_000;
const MEBIBYTE = 1024 * 1024;
/** Users that no person and no service has, apart from bubblewrap's. */
const USERS = { first: 65_200, count: 300 };
let nextUser = randomInt(USERS.count);

export interface OtherUserOptions {
  readonly limits: Limits;
  /** Absolute path of customer_data.csv. */
  readonly csv: string;
  /** Where its folders go; others must be able to pass through it. */
  readonly folder: string;
}

/**
 * Starts the process of one submission as a user of its own, with limits: the second best, for root in a
 * container that lets nobody make namespaces. It sees the machine as any user does, and its network.
 */
export function startOtherUserChild({ limits, csv, folder }: OtherUserOptions): WaitingChild {
  nextUser = (nextUser + 1) % USERS.count;
  const user = USERS.first + nextUser;
  const own = makeFolders(folder, user, csv);
  return waitingChild(start(user, own, limits), {
    async bring(job: Job) {
      const file = join(own, 'submission', basename(job.file));
      copyFileSync(job.file, file);
      chmodSync(file, 0o444);
      return { ...job, file };
    },
  });
}

/** Why it does not work here; null when it does. */
export async function tryOtherUser(options: OtherUserOptions): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'only root can run programs as another user';
  const own = mkdtempSync(join(options.folder, 'workshop-try-'));
  try {
    const file = join(own, 'try.ts');
    writeFileSync(file, 'export default () => process.getuid?.();');
    const job = { file, trackingUri: 'http://127.0.0.1', userName: '' };
    const ran = await startOtherUserChild(options).run(job, { timeoutMs: TRY_MS });
    const { outcome, error, output } = ran.execution;
    if (outcome !== 'completed') return `${outcome} ${error?.message ?? output.trim().slice(-500)}`;
    return ran.returned === 0 ? 'it stayed root' : null;
  } catch (error) {
    return String(error);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** As inside the other sandboxes: `../data/customer_data.csv` leads to the data from both folders. */
function makeFolders(parent: string, user: number, csv: string): string {
  const own = mkdtempSync(join(parent, 'workshop-user-'));
  chmodSync(own, 0o711);
  for (const part of ['submission', 'data', 'tmp']) mkdirSync(join(own, part), { mode: 0o755 });
  copyFileSync(csv, dataIn(own));
  chmodSync(dataIn(own), 0o444);
  chownSync(join(own, 'tmp'), user, user);
  return own;
}

const dataIn = (own: string) => join(own, 'data', 'customer_data.csv');

function start(user: number, own: string, limits: Limits): Program {
  const tmp = join(own, 'tmp');
  const [shell, ...words] = closingOthers(
    REPORT,
    [
      'setpriv',
      [`--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--no-new-privs'],
      ['--inh-caps=-all', '--bounding-set=-all', '--', 'prlimit'],
      [`--nproc=${limits.tasks}`, '--core=0', '--nofile=4096'],
      [`--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 5}`],
      [`--fsize=${limits.diskMb * MEBIBYTE}`, `--data=${(limits.memoryMb + 1024) * MEBIBYTE}`],
      ['--', 'env', '-i', '-C', tmp, 'PATH=/usr/bin:/bin', 'LANG=C.UTF-8'],
      [`HOME=${tmp}`, `TMPDIR=${tmp}`, process.execPath],
      childArguments(heapMb(limits), { ...HERE, csv: dataIn(own) }),
    ].flat(),
  );
  const child = spawn(shell, words, {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin' },
    detached: true,
  });
  let limit: Ending['limit'] = null;
  const kill = () => killUser(user);
  const memory = watchMemory(
    () => memoryOfUser(user),
    limits.memoryMb * MEBIBYTE,
    () => {
      limit = 'memory';
      kill();
    },
  );
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    // What it left running may hold the pipes open.
    child.once('exit', kill);
    child.once('close', (code, signal) => {
      if (signal === 'SIGXCPU') limit = 'cpu';
      resolve({ code, signal, limit, memoryBytes: memory.most });
    });
  }).finally(() => {
    memory[Symbol.dispose]();
    process.off('exit', kill);
    rmSync(own, { recursive: true, force: true });
  });
  process.once('exit', kill);
  const { stdin, stdout, stderr, stdio } = child;
  const report = stdio[REPORT];
  if (stdin === null || stdout === null || stderr === null || !isReadable(report))
    throw new Error('the process has no pipes');
  return { stdin, output: [stdout, stderr], report, ended, kill, [Symbol.dispose]: kill };
}

/** Every process of that user at once, so that none can start another meanwhile. */
function killUser(user: number): void {
  spawnSync(
    'setpriv',
    [`--reuid=${user}`, `--regid=${user}`, '--clear-groups', 'sh', '-c', 'kill -KILL -1'],
    { stdio: 'ignore', env: { PATH: '/usr/bin:/bin' } },
  );
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}
