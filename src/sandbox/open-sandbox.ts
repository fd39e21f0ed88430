import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inside } from './inside.ts';
import { LIMITS, type Command, type Sandbox, type SandboxedProgram } from './sandbox.ts';
import { childCommand } from './sandboxed-child.ts';
import { warmUp } from './warm-up.ts';

/** Starts one program; `folder` is where it may leave what belongs to it. */
export type Start = (command: Command, folder: string) => SandboxedProgram;

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
  // Nobody else of this machine can look into it.
  const own = await mkdtemp(join(folder, 'workshop-'));
  const cache = join(own, 'cache');
  await mkdir(cache, { mode: 0o755 });
  const running = new Set<SandboxedProgram>();
  const startIn = (command: Command, compileCache: string) => {
    const program = start(
      {
        ...command,
        env: { ...command.env, NODE_COMPILE_CACHE: compileCache },
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
    await warmUp(provider, startIn(childCommand(LIMITS), inside.newCompileCache), cache);
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
