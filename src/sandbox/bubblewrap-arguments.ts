import { lstatSync, readlinkSync } from 'node:fs';
import { ENV, inside, USER } from './inside.ts';
import type { Command, Mount } from './sandbox.ts';

const MEBIBYTE = 1024 * 1024;
const SHARED_MEMORY_MB = 64;
const LIBRARIES = ['/usr/lib', '/usr/lib64', '/lib', '/lib64'];
const PRLIMIT = '/usr/bin/prlimit';

/**
 * What bubblewrap is told: an empty root with the mounts in it, every namespace new, no capability, no
 * user namespace below.
 *
 * @param statusFd where it writes which process is the first one, and how the program ended
 * @see https://man7.org/linux/man-pages/man1/bwrap.1.html
 */
export function bubblewrapArguments(
  { argv, limits, env }: Command,
  mounts: readonly Mount[],
  statusFd: number,
): string[] {
  return [
    ['--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts'],
    ['--unshare-cgroup-try', '--disable-userns', '--cap-drop', 'ALL'],
    ['--die-with-parent', '--new-session', '--json-status-fd', String(statusFd)],
    ['--uid', String(USER.uid), '--gid', String(USER.gid), '--hostname', 'workshop'],
    ['--clearenv'],
    ...Object.entries({ ...ENV, ...env }).map(([name, value]) => ['--setenv', name, value]),
    ...LIBRARIES.map(asOnThisMachine),
    ['--ro-bind', PRLIMIT, PRLIMIT],
    ['--ro-bind-try', '/etc/ld.so.cache', '/etc/ld.so.cache'],
    ['--proc', '/proc', '--dev', '/dev'],
    // What bubblewrap puts under /dev is a file system without a size.
    [...tmpfs(SHARED_MEMORY_MB, '/dev/shm'), '--remount-ro', '/dev'],
    tmpfs(limits.diskMb, inside.tmp),
    ...mounts.map(bind),
    ['--remount-ro', '/', '--chdir', inside.tmp, '--'],
    // Set inside: there they count what the sandbox has, and not what else its user runs.
    [PRLIMIT, `--nproc=${limits.tasks}`, '--core=0', '--nofile=4096'],
    // The soft limit ends it with a signal that tells why, the hard one whatever it does about that.
    [`--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 5}`],
    // What the watch on memory cannot see coming: one huge allocation between two looks.
    [`--data=${(limits.memoryMb + 1024) * MEBIBYTE}`, '--'],
    argv,
  ].flat();
}

function tmpfs(mb: number, target: string): string[] {
  return ['--size', String(mb * MEBIBYTE), '--perms', '1777', '--tmpfs', target];
}

/** A library folder, as the folder or as the link that it is on this machine. */
function asOnThisMachine(folder: string): string[] {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isSymbolicLink()
    ? ['--symlink', readlinkSync(folder), folder]
    : ['--ro-bind', folder, folder];
}

function bind({ source, target }: Mount): string[] {
  return ['--ro-bind', source, target];
}
