import type { Ending } from '../run/program.ts';
import { openBox } from './box.ts';
import { startForked } from './forked.ts';
import { guardMemory } from './memory-guard.ts';
import { memoryOfTree } from './process-tree.ts';
import type { Command, SandboxedProgram } from './sandbox.ts';
import { inScratch, makeScratch } from './scratch.ts';

/** Exit code of a program that was ended for its CPU time. */
const SIGXCPU = 128 + 24;

/** A program in a bubblewrap sandbox: started in there, or forked and moved there. */
export function startBubblewrap(command: Command, folder: string): SandboxedProgram {
  if (command.fork !== undefined) return startForked(command, command.fork, folder);
  const scratch = makeScratch(folder);
  const box = openBox(command, scratch);
  const { first, stdin, stdout, stderr, report } = box;
  const guard = guardMemory(first, command.limits, () =>
    first.pid === null ? null : memoryOfTree(first.pid),
  );

  async function end(): Promise<Ending> {
    try {
      await box.gone();
    } finally {
      guard[Symbol.dispose]();
      scratch[Symbol.dispose]();
    }
    const code = first.exitCode;
    const { killed, limit, most: memoryBytes } = guard;
    if (killed) return { code: null, signal: 'SIGKILL', limit, memoryBytes };
    if (code !== null)
      return { code, signal: null, limit: code === SIGXCPU ? 'cpu' : null, memoryBytes };
    // The program cannot kill the first process; the system does when memory runs out.
    if (first.pid !== null) return { code: null, signal: 'SIGKILL', limit: 'memory', memoryBytes };
    throw box.failure();
  }

  const ended = end();
  return inScratch(scratch, { stdin, output: [stdout, stderr], report, ended, kill: guard.kill });
}
