import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Mount } from './sandbox.ts';

/** Images let nobody but root into this folder, and a Python of root's lies below it. */
const HOME = '/root';

/**
 * A folder to mount where root's own is, with nothing in it but the places of what is mounted below.
 *
 * @param folder where it may be made
 * @returns none where nothing is mounted there
 */
export function openedHome(mounts: readonly Mount[], folder: string): Mount[] {
  const below = mounts.filter(({ target }) => target.startsWith(`${HOME}/`));
  if (below.length === 0) return [];
  const source = join(folder, 'home');
  mkdirSync(source, { mode: 0o755 });
  for (const { source: what, target } of below) {
    const place = join(source, target.slice(HOME.length));
    const isFolder = statSync(what).isDirectory();
    mkdirSync(isFolder ? place : dirname(place), { recursive: true, mode: 0o755 });
    if (!isFolder) writeFileSync(place, '');
  }
  return [{ source, target: HOME }];
}
