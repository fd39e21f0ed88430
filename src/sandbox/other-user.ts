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
import { copyFile, chmod } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Job } from '../run/job.ts';
import type { Ending, Program } from '../run/program.ts';
import { waitingChild, type WaitingChild } from '../run/run-submission.ts';
import { closingOthers } from './closing-others.ts';
import { oomKills } from './oom-kills.ts';
import { memoryOfUser } from './process-tree.ts';
import type { Limits } from './sandbox.ts';
import { watchMemory } from './watch-memory.ts';

const REPORT = 3;
const MEBIBYTE = 1024 * 1024;
/** Users that no person and no service has, apart from bubblewrap's. */
export const USERS = { first: 65_200, count: 300 };
let nextUser = randomInt(USERS.count);

export interface OtherUserOptions {
  readonly limits: Limits;
  /** Absolute path of customer_data.csv. */
  readonly csv: string;
  /** Where its folders go; others must be able to pass through it. */
  readonly folder: string;
}

/** What runs as another user, by paths of this machine. */
export interface OtherUserCommand {
  readonly argv: readonly string[];
  /** Its whole environment, beside HOME, TMPDIR and LANG. */
  readonly env: Readonly<Record<string, string>> & { readonly PATH: string };
}

/** Where things are for it. */
export interface OtherUserPlace {
  /** What it is given: it reads it, and cannot change it. */
  readonly inbox: string;
  /** Its working folder, and the only place that is its own. */
  readonly tmp: string;
  /** The data, where `../data/customer_data.csv` leads from its inbox and its working folder. */
  readonly csv: string;
}

/** A program that runs as a user of its own. Disposing resolves when everything of that user is dead. */
export interface OtherUserProgram extends Program, AsyncDisposable, OtherUserPlace {}

/**
 * Starts a program as a user of its own, with limits: the second best, for root in a container that lets nobody make
 * namespaces. It sees the machine as any user does, and its network; no other such user sees its files.
 */
export function startOtherUser(
  { limits, csv, folder }: OtherUserOptions,
  toCommand: (place: OtherUserPlace) => OtherUserCommand,
): OtherUserProgram {
  nextUser = (nextUser + 1) % USERS.count;
  const user = USERS.first + nextUser;
  const own = makeFolders(folder, user, csv);
  const place = { inbox: join(own, 'submission'), tmp: join(own, 'tmp'), csv: dataIn(own) };
  const program = start(user, own, limits, toCommand(place));
  return {
    ...program,
    ...place,
    async [Symbol.asyncDispose]() {
      program.kill();
      await program.ended.catch(() => undefined);
    },
  };
}

/** Gives the process of a submission its file, when it comes. */
export function otherUserChild(program: OtherUserProgram): WaitingChild {
  return waitingChild(program, {
    async bring(job: Job) {
      const file = join(program.inbox, basename(job.file));
      await copyFile(job.file, file);
      await chmod(file, 0o444);
      return { ...job, file };
    },
  });
}

/** As inside the other sandboxes: `../data/customer_data.csv` leads to the data from both folders. */
function makeFolders(parent: string, user: number, csv: string): string {
  const own = mkdtempSync(join(parent, 'workshop-user-'));
  // For that user alone: the next one may run beside it.
  chownSync(own, 0, user);
  chmodSync(own, 0o710);
  for (const part of ['submission', 'data', 'tmp']) mkdirSync(join(own, part), { mode: 0o755 });
  copyFileSync(csv, dataIn(own));
  chmodSync(dataIn(own), 0o444);
  chownSync(join(own, 'tmp'), user, user);
  return own;
}

const dataIn = (own: string) => join(own, 'data', 'customer_data.csv');

function start(
  user: number,
  own: string,
  limits: Limits,
  { argv, env }: OtherUserCommand,
): Program {
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
      ['--', 'env', '-i', '-C', tmp],
      Object.entries(env).map(([name, value]) => `${name}=${value}`),
      ['LANG=C.UTF-8', `HOME=${tmp}`, `TMPDIR=${tmp}`],
      argv,
    ].flat(),
  );
  const killsBefore = oomKills();
  const child = spawn(shell, words, {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin' },
    detached: true,
  });
  if (child.pid !== undefined) endFirst(child.pid);
  let limit: Ending['limit'] = null;
  let wanted = false;
  const kill = () => {
    wanted = true;
    killUser(user);
  };
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
    child.once('exit', (_, signal) => {
      // Who kills without being asked is the system, when memory ran out, or the submission itself.
      const bySystem = killsBefore === null || oomKills() !== killsBefore;
      if (signal === 'SIGKILL' && !wanted && bySystem) limit = 'memory';
      kill();
    });
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

/** Where the machine's memory runs out, the system ends this process and what it starts before any of ours. */
function endFirst(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, '1000');
  } catch {
    // It has ended already.
  }
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
