import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of a process and of all that descends from it, in bytes: what is theirs alone or shared without
 * a file, in memory or swapped out. Linux only; a process that is gone counts nothing.
 */
export function memoryOfTree(pid: number): number {
  const kibibytes = memoryOf(pid);
  return kibibytes * 1024 + childrenOf(pid).reduce((sum, child) => sum + memoryOfTree(child), 0);
}

/** Memory of all processes of a user, counted the same way, in bytes. */
export function memoryOfUser(user: number): number {
  const ids = list('/proc').filter((name) => /^\d+$/.test(name) && userOf(name) === user);
  return ids.reduce((sum, id) => sum + memoryOf(Number(id)) * 1024, 0);
}

/** The user that it runs as; a process can hide that from the owner of its folder, not from here. */
function userOf(pid: string): number | null {
  const [, user] = /^Uid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return user === undefined ? null : Number(user);
}

/** When a process started, in ticks since boot; null when it is dead, reaped or not. */
export function startOf(pid: number): string | null {
  const stat = read(`/proc/${pid}/stat`);
  // The name, in parentheses, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = 'X'] = fields;
  return stat === '' || state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
}

function memoryOf(pid: number): number {
  const fields = read(`/proc/${pid}/status`).matchAll(/^(?:RssAnon|RssShmem|VmSwap):\s+(\d+)/gm);
  return [...fields].reduce((sum, [, kibibytes]) => sum + Number(kibibytes), 0);
}

/** A child belongs to the thread that started it. */
function childrenOf(pid: number): number[] {
  return list(`/proc/${pid}/task`).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
