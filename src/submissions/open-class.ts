import { closeSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { message } from '../messages/sentence.ts';
import { archiveFormat, isArchiveName, withoutArchiveExtension } from './archives/archive-kind.ts';
import { diskFile, diskFolder, errorCode } from './disk-folder.ts';
import { fileKind } from './file-kind.ts';
import type { FileItem, FolderItem } from './item.ts';
import { isJunkFile } from './junk.ts';
import type { Budget } from './limits.ts';
import { ClassFolderError } from './refusal.ts';
import type { Ignored } from './submission.ts';
import { openZip } from './archives/zip-archive.ts';

export interface OpenedClass {
  readonly root: FolderItem;
  readonly ignored: readonly Ignored[];
}

/**
 * Opens what the instructor points at: a folder, a ZIP, or one program. A folder that holds a single ZIP
 * and nothing else is that ZIP: the download, not yet unpacked.
 *
 * @param skipped absolute paths that do not belong to it
 * @param open closes the ZIP
 */
export async function openClass(
  given: string,
  skipped: readonly string[],
  budget: Budget,
  open: DisposableStack,
): Promise<OpenedClass> {
  const path = await realpath(given).catch((error: unknown) => {
    const values = { file: given, reason: errorCode(error) };
    throw new ClassFolderError(message('submission.unreadable', values), error);
  });
  const name = basename(resolve(given));
  if ((await stat(path)).isDirectory()) {
    const root = diskFolder(Buffer.from(path), name, '', skipped);
    const items = (await root.items(budget)).filter((item) => !isJunkFile(item.name));
    const [only, ...more] = items;
    const isWrapped = only?.kind === 'file' && isArchiveName(only.name) && more.length === 0;
    return (isWrapped && (await unwrap(only, budget, open))) || { root, ignored: [] };
  }
  const file = diskFile(Buffer.from(path), name, name);
  if (fileKind(name)) {
    const root = { kind: 'folder' as const, name, path: '', items: () => Promise.resolve([file]) };
    return { root, ignored: [] };
  }
  const zip = await unwrap(file, budget, open);
  if (zip) return zip;
  throw new ClassFolderError(message('submission.no-class', { file: given }));
}

async function unwrap(
  file: FileItem,
  budget: Budget,
  open: DisposableStack,
): Promise<OpenedClass | null> {
  const descriptor = file.openDescriptor?.();
  if (descriptor === undefined) return null;
  if (archiveFormat(descriptor) !== 'ZIP') {
    closeSync(descriptor);
    return null;
  }
  return open.use(await openZip(descriptor, withoutArchiveExtension(file.name), '', budget));
}
