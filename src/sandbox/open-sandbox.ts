import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { waitingChild } from '../run/run-submission.ts';
import { inside } from './inside.ts';
import {
  LIMITS,
  SandboxFailedError,
  type Command,
  type Sandbox,
  type SandboxedProgram,
} from './sandbox.ts';
import { childCommand } from './sandboxed-child.ts';

/** Starts one program; `folder` is where it may leave what belongs to it. */
export type Start = (command: Command, folder: string) => SandboxedProgram;

const WARM_UP_MS = 30_000;

/**
 * Makes a provider ready: proves that it works here by running a submission of ours in it, whose compiled
 * code is then there, read-only, for all others (0.2 s of CPU less for each).
 *
 * @param folder where the folders of its sandboxes go, short: socket files are made in it
 * @throws SandboxFailedError when the provider cannot run it
 */
export async function openSandbox(
  provider: Sandbox['provider'],
  start: Start,
  folder: string,
): Promise<Sandbox> {
  const own = await mkdtemp(join(folder, 'workshop-'));
  const cache = join(own, 'cache');
  await mkdir(cache);
  // Nobody else of this machine gets as far as here.
  await chmod(cache, 0o777);
  const running = new Set<SandboxedProgram>();
  const startCached = (command: Command, writable?: true) => {
    const program = start(
      {
        ...command,
        env: { ...command.env, NODE_COMPILE_CACHE: inside.compileCache },
        mounts: [
          ...(command.mounts ?? []),
          { source: cache, target: inside.compileCache, ...(writable && { writable }) },
        ],
      },
      own,
    );
    running.add(program);
    void program.ended.catch(() => undefined).then(() => running.delete(program));
    return program;
  };
  const close = async () => {
    await Promise.all([...running].map(async (program) => await program[Symbol.asyncDispose]()));
    await rm(own, { recursive: true, force: true });
  };
  try {
    await warmUp(provider, startCached(childCommand(LIMITS), true));
    await makeReadable(cache);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    provider,
    start: (command) => startCached(command),
    [Symbol.asyncDispose]: close,
  };
}

async function warmUp(provider: Sandbox['provider'], program: SandboxedProgram): Promise<void> {
  const job = { file: inside.warmUp, trackingUri: inside.gatewayUri, userName: '' };
  const place = {
    gateway: { socketPath: program.gatewaySocket, uri: inside.gatewayUri },
    bring: async () => ({ ...job, csv: inside.ownCsv }),
  };
  const child = waitingChild(program, place);
  const { execution } = await child.run({ ...job, csv: '' }, { timeoutMs: WARM_UP_MS });
  if (execution.outcome === 'completed') return;
  const said = execution.error?.message ?? execution.output.trim().split('\n').at(-1) ?? '';
  throw new SandboxFailedError(provider, `${execution.outcome}: ${said}`);
}

/** Node writes what it compiled for its own user, which as root is another for each sandbox. */
async function makeReadable(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    await chmod(path, entry.isDirectory() ? 0o755 : 0o644).catch(() => undefined);
  }
}
