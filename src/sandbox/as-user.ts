import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mount } from './sandbox.ts';

/** Where root puts the sources of mounts, in a mount namespace of their own. */
const STAGE = '/mnt';

/**
 * What root runs, to become `user` before the sandbox is made: bubblewrap maps one user only, and must not
 * map root. That user may have no way to the project's folder, so root first mounts the sources elsewhere.
 * One program becomes the next, so that bubblewrap's parent is the grader, whose death ends it: the kernel
 * would not let a helper without capabilities end another user's process.
 *
 * @param folder where the list of mounts is written
 * @param toArguments bubblewrap's, for mounts from where they are then
 */
export function asUser(
  user: number,
  mounts: readonly Mount[],
  folder: string,
  toArguments: (mounts: readonly Mount[]) => string[],
): [string, string[]] {
  const staged = mounts.map((mount, index) => ({ ...mount, source: `${STAGE}/${index}` }));
  const isFolder = mounts.map(({ source }) => statSync(source).isDirectory());
  const folders = staged.filter((_, index) => isFolder[index]).map(({ source }) => source);
  const files = staged.filter((_, index) => !isFolder[index]).map(({ source }) => source);
  const list = join(folder, 'fstab');
  const lines = mounts.map(({ source }, index) => `${escape(source)} ${STAGE}/${index} none bind`);
  writeFileSync(list, `${lines.join('\n')}\n`);
  const script = [
    'set -e',
    `mount -t tmpfs -o mode=755,size=1m stage ${STAGE}`,
    `mkdir ${folders.join(' ')}`,
    ...files.map((file) => `: > ${file}`),
    'mount --all --fstab "$1"',
    'shift',
    'exec "$@"',
  ].join('\n');
  const become = [`--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--'];
  return [
    'unshare',
    [
      ['--mount', '--propagation', 'private', '--', '/bin/sh', '-c', script, 'sh', list],
      ['setpriv', ...become, 'bwrap', ...toArguments(staged)],
    ].flat(),
  ];
}

/** @see https://man7.org/linux/man-pages/man5/fstab.5.html */
function escape(path: string): string {
  return path.replaceAll(
    /[\s\\#]/g,
    (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
}
