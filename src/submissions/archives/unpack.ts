import { randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveFormat } from './archive-kind.ts';
import type { FileItem } from '../item.ts';
import type { Budget } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { openZip, type Archive } from './zip-archive.ts';

/**
 * Opens an archive that a student handed in. One that lies inside another archive is first copied out of
 * it, because a ZIP is read from its end.
 *
 * @param folder an existing folder of ours for such copies
 * @throws Refusal for what is no ZIP, or none that can be trusted
 */
export async function openArchive(
  file: FileItem,
  budget: Budget,
  folder: string,
): Promise<Archive> {
  budget.takeArchive();
  const descriptor = file.openDescriptor?.() ?? (await copyOut(file, budget, folder));
  const format = archiveFormat(descriptor);
  if (format === 'ZIP') return openZip(descriptor, file.name, file.path, budget);
  const isEmpty = fstatSync(descriptor).size === 0;
  closeSync(descriptor);
  if (isEmpty) throw refuse('submission.empty-file');
  throw format === null
    ? refuse('submission.broken-zip')
    : refuse('submission.other-archive', { format });
}

async function copyOut(file: FileItem, budget: Budget, folder: string): Promise<number> {
  const copy = join(folder, `${randomUUID()}.zip`);
  await using target = await open(copy, 'wx', 0o600);
  for await (const chunk of await file.open()) {
    const bytes: unknown = chunk;
    if (!Buffer.isBuffer(bytes)) continue;
    budget.takeArchiveBytes(bytes.byteLength);
    await target.writeFile(bytes);
  }
  return openSync(copy, 'r');
}
