import type { Ending } from '../run/program.ts';
import { openBox } from './box.ts';
import { startForked } from './forked.ts';
import { memoryOfTree } from './process-tree.ts';
import type { Command, SandboxedProgram } from './sandbox.ts';
import { inScratch, makeScratch } from './scratch.ts';
import { watchMemory } from './watch-memory.ts';

/** Exit code of a program that was ended for its CPU time. */
const SIGXCPU = 128 + 24;

/** A program in a bubblewrap sandbox: started in there, or forked and moved there. */
export function startBubblewrap(command: Command, folder: string): SandboxedProgram {
  if (command.fork !== undefined) return startForked(command, command.fork, folder);
  const scratch = makeScratch(folder);
  const box = openBox(command, scratch);
  const { first, stdin, stdout, stderr, report } = box;
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
    try {
      await box.gone();
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
    throw box.failure();
  }

  const ended = end();
  return inScratch(scratch, { stdin, output: [stdout, stderr], report, ended, kill });
}
