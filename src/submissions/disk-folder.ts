import { constants, createReadStream, fstatSync, openSync, closeSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { refuse } from './refusal.ts';
import { byName, type FileItem, type FolderItem, type Item } from './item.ts';

/**
 * A folder of the disk, only read and never left: links are reported, not followed. Paths are bytes,
 * because a ZIP made on Windows and unpacked on Linux leaves names that are not UTF-8.
 *
 * @param skipped absolute paths that do not belong to it
 */
export function diskFolder(
  absolute: Buffer,
  name: string,
  path: string,
  skipped: readonly string[],
): FolderItem {
  return {
    kind: 'folder',
    name,
    path,
    items: async (budget) => {
      const entries = await readdir(absolute, { withFileTypes: true, encoding: 'buffer' }).catch(
        (error: unknown) => {
          throw refuse('submission.unreadable', { reason: errorCode(error) }, error);
        },
      );
      budget.takeEntries(entries.length);
      const items = entries.flatMap((entry): Item | [] => {
        const below = Buffer.concat([absolute, Buffer.from(sep), entry.name]);
        if (skipped.includes(below.toString())) return [];
        const found = entry.name.toString();
        const where = path === '' ? found : `${path}/${found}`;
        if (entry.isSymbolicLink()) return { kind: 'link', name: found, path: where };
        if (entry.isDirectory()) return diskFolder(below, found, where, skipped);
        if (entry.isFile()) return diskFile(below, found, where);
        return { kind: 'special', name: found, path: where };
      });
      return items.sort(byName);
    },
  };
}

export function diskFile(absolute: Buffer, name: string, path: string): FileItem {
  return {
    kind: 'file',
    name,
    path,
    openDescriptor: () => openRegularFile(absolute),
    open: () => {
      const fd = openRegularFile(absolute);
      return Promise.resolve(createReadStream('', { fd }));
    },
  };
}

/**
 * Opens a file that is a file and nothing else, whatever became of it since it was listed. A second hard
 * link is refused as well: it may be a file from outside of the class folder.
 */
function openRegularFile(absolute: Buffer): number {
  let fd: number;
  try {
    // Without O_NONBLOCK, opening a pipe would wait for ever for a writer.
    fd = openSync(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = errorCode(error);
    throw code === 'ELOOP'
      ? refuse('submission.link', undefined, error)
      : refuse('submission.unreadable', { reason: code }, error);
  }
  const stats = fstatSync(fd);
  if (stats.isFile() && stats.nlink === 1) return fd;
  closeSync(fd);
  throw refuse(stats.isFile() ? 'submission.hard-link' : 'submission.special');
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'error';
}
