import type { FirstProcess } from './first-process.ts';
import type { Limits } from './sandbox.ts';
import { watchMemory } from './watch-memory.ts';

/** Kills a sandbox when it is asked to, or when what runs there takes too much memory. */
export interface MemoryGuard extends Disposable {
  readonly kill: () => void;
  /** Whether it was killed, for whichever reason. */
  readonly killed: boolean;
  readonly limit: 'memory' | null;
  /** The most memory that was seen, in bytes; null before the first look. */
  readonly most: number | null;
}

/** @param look what runs in the sandbox uses now, in bytes; null while there is nothing to look at */
export function guardMemory(
  first: FirstProcess,
  { memoryMb }: Limits,
  look: () => number | null,
): MemoryGuard {
  let limit: MemoryGuard['limit'] = null;
  let killed = false;
  const kill = () => {
    killed = true;
    first.kill();
  };
  const memory = watchMemory(look, memoryMb * 1024 ** 2, () => {
    limit = 'memory';
    kill();
  });
  return {
    kill,
    get killed() {
      return killed;
    },
    get limit() {
      return limit;
    },
    get most() {
      return memory.most;
    },
    [Symbol.dispose]: () => memory[Symbol.dispose](),
  };
}
