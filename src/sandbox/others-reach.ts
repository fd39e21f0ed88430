import { spawnSync } from 'node:child_process';
import { USERS } from './other-user.ts';

/** Whether a program that runs as another user can read a file, or look into a folder. Root only. */
export function othersReach(path: string): boolean {
  const user = `${USERS.first}`;
  const { status } = spawnSync(
    'setpriv',
    [
      [`--reuid=${user}`, `--regid=${user}`, '--clear-groups', '--'],
      ['sh', '-c', 'test -r "$1" || test -x "$1"', 'sh', path],
    ].flat(),
    { stdio: 'ignore', env: { PATH: '/usr/bin:/bin' } },
  );
  return status === 0;
}
