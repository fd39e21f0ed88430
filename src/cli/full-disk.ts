import { statfs } from 'node:fs/promises';
import type { Sentence } from '../messages/sentence.ts';
import { DiskFullError } from '../server/errors.ts';

/** With less than this left a disk is called full, in bytes. */
const FULL = 1024 * 1024;

/** Whether an error of ours says that there was no room to write. */
export function saysDiskFull(error: unknown): boolean {
  if (error instanceof DiskFullError) return true;
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

/** Whether a sentence about MLflow says that its disk is full. */
export function tellsDiskFull(sentence: Sentence): boolean {
  return 'key' in sentence && sentence.key === 'cli.disk-full';
}

/** Whether a folder is on a full disk; one that is not there, or not of this machine, is not. */
export async function isDiskFull(folder: string | undefined): Promise<boolean> {
  if (folder === undefined) return false;
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: 1, bsize: FULL }));
  return bavail * bsize < FULL;
}
