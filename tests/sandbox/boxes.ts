import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGateway } from '../../src/gateway/gateway.ts';
import type { Ran } from '../../src/run/run-submission.ts';
import { openContainer } from '../../src/sandbox/open-container.ts';
import { openBubblewrap } from '../../src/sandbox/open-bubblewrap.ts';
import { LIMITS, type Limits, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { findEngine } from '../../src/server/docker-engine.ts';
import { readPinned } from '../../src/server/version.ts';
import { startSandboxedChild } from '../../src/sandbox/sandboxed-child.ts';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
export const CSV = join(PROJECT, 'data', 'customer_data.csv');

interface Provider {
  readonly name: Sandbox['provider'];
  readonly open: () => Promise<Sandbox>;
}

const all: readonly Provider[] = [
  { name: 'bubblewrap', open: () => openBubblewrap(tmpdir()) },
  { name: 'container', open: async () => openContainer(tmpdir(), (await readPinned()).image) },
];

/** The providers that this machine has; an engine must answer, bubblewrap be installed. */
export const providers = [
  ...all.slice(0, (await hasBubblewrap()) ? 1 : 0),
  ...all.slice((await findEngine(process.env)).answers ? 1 : 2),
];

async function hasBubblewrap(): Promise<boolean> {
  const run = promisify(execFile);
  return await run('bwrap', ['--version']).then(
    () => true,
    () => false,
  );
}

export interface AttackOptions {
  readonly limits?: Partial<Limits>;
  readonly timeoutMs?: number;
  /** What answers behind localhost:5000; nothing when absent. */
  readonly target?: string;
}

/** Runs a submission that is hostile or greedy. @param source the TypeScript of its file */
export async function attack(
  sandbox: Sandbox,
  source: string,
  { limits, timeoutMs = 20_000, target }: AttackOptions = {},
): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'attack-'));
  const file = join(folder, '07-gradient-boosting.ts');
  await writeFile(file, source);
  using child = startSandboxedChild(sandbox, { limits: { ...LIMITS, ...limits }, csv: CSV });
  await using gateway =
    target === undefined
      ? null
      : await startGateway({ target, socketPath: child.gateway?.socketPath });
  const trackingUri = child.gateway?.uri ?? gateway?.uri ?? '';
  const job = { file, trackingUri, userName: 'student' };
  try {
    return await child.run(job, { timeoutMs });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Processes of this machine with a word in their command line, those in sandboxes too. */
export function processesWith(word: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(word) ? [`${pid} ${line}`] : [];
      } catch {
        return [];
      }
    });
}

/** Whether we are root, and this checkout is where another user can run its Node. */
export const otherUsersReachUs =
  process.getuid?.() === 0 &&
  spawnSync('setpriv', [
    '--reuid=65199',
    '--regid=65199',
    '--clear-groups',
    process.execPath,
    '--version',
  ]).status === 0;
