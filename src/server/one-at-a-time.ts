import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import lockfile from 'proper-lockfile';

/**
 * Does `work` while no other process does work under the same name. A process that was killed holds others
 * up for ten seconds at most.
 * @param path file name of the lock, without `.lock`; its folder is made
 * @param onWait called once when another process is at it
 */
export async function oneAtATime<T>(
  path: string,
  work: () => Promise<T>,
  onWait: () => void = () => {},
  signal?: AbortSignal,
): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  const release = await acquire(path, onWait, signal);
  try {
    return await work();
  } finally {
    // Another process may have taken a lock we held too long: the work is done all the same.
    await release().catch(() => {});
  }
}

async function acquire(
  path: string,
  onWait: () => void,
  signal?: AbortSignal,
): Promise<() => Promise<void>> {
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await lockfile.lock(path, {
        realpath: false,
        stale: 10_000,
        update: 2_000,
        onCompromised: () => {},
      });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error;
      if (attempt === 0) onWait();
      await pause(100, undefined, signal === undefined ? {} : { signal });
    }
  }
}
