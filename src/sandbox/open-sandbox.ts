import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inside } from './inside.ts';
import { hasEnded, thisOwner } from './owner.ts';
import { LIMITS, type Command, type Sandbox, type SandboxedProgram } from './sandbox.ts';
import { childCommand } from './sandboxed-child.ts';
import { warmUp } from './warm-up.ts';

/** Starts one program; `folder` is where it may leave what belongs to it. */
export type Start = (command: Command, folder: string) => SandboxedProgram;

const PREFIX = 'workshop-sandboxes-';

/**
 * Makes a provider ready, by running a submission of ours in it.
 *
 * @param folder where the folders of its sandboxes go, short: socket files are made in it
 * @throws SandboxFailedError when the provider cannot run it
 */
export async function openSandbox(
  provider: Sandbox['provider'],
  start: Start,
  folder: string,
): Promise<Sandbox> {
  await removeLeftBehind(folder);
  // Nobody else of this machine can look into it.
  const own = await mkdtemp(join(folder, `${PREFIX}${thisOwner()}-`));
  const cache = join(own, 'cache');
  await mkdir(cache, { mode: 0o755 });
  const running = new Set<SandboxedProgram>();
  const startIn = (command: Command, compileCache: string) => {
    const program = start(
      {
        ...command,
        env: {
          ...command.env,
          NODE_COMPILE_CACHE: compileCache,
          ...(command.servedPort !== undefined && {
            WORKSHOP_SERVED_PORT: String(command.servedPort),
          }),
        },
        mounts: [...(command.mounts ?? []), { source: cache, target: inside.compileCache }],
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
    await warmUp(
      provider,
      startIn(childCommand(LIMITS, inside.ownCsv), inside.newCompileCache),
      cache,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    provider,
    start: (command) => startIn(command, inside.compileCache),
    [Symbol.asyncDispose]: close,
  };
}

/** Folders of graders that were killed. */
async function removeLeftBehind(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PREFIX)) continue;
    const owner = name.slice(PREFIX.length).split('-').slice(0, 2).join('-');
    // Another user's cannot be removed, and is theirs to remove.
    if (hasEnded(owner))
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
