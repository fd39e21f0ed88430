import { readFileSync } from 'node:fs';

/**
 * How many processes the kernel has killed because memory ran out, since the machine started; null where it does not say.
 *
 * @see https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files `oom_kill`; `/proc/vmstat` has it for all
 */
export function oomKills(): number | null {
  try {
    const count = /^oom_kill (\d+)$/m.exec(readFileSync('/proc/vmstat', 'utf8'))?.[1];
    return count === undefined ? null : Number(count);
  } catch {
    return null;
  }
}
