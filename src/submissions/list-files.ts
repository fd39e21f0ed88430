import type { MessageKey } from '../messages/fr.ts';
import type { Message } from '../messages/sentence.ts';
import type { FileItem, FolderItem, Item } from './item.ts';
import {
  environmentFolders,
  isEnvironment,
  isJunkFile,
  isJunkFolder,
  workshopFolders,
} from './junk.ts';
import type { Budget } from './limits.ts';
import { note } from './note.ts';
import { Refusal } from './refusal.ts';
import type { Ignored } from './submission.ts';

export interface Listing {
  readonly files: readonly FileItem[];
  readonly ignored: readonly Ignored[];
}

type Skip = (item: Item, key: MessageKey, values?: Message['values']) => void;

/** Every file of a folder, at any depth, without what is never handed in. */
export async function listFiles(top: FolderItem, budget: Budget): Promise<Listing> {
  const files: FileItem[] = [];
  const ignored: Ignored[] = [];
  const skip: Skip = ({ path }, key, values) => void ignored.push(note(path, key, values));

  const walk = async (folder: FolderItem, depth: number): Promise<void> => {
    if (depth > budget.limits.depth) {
      return skip(folder, 'submission.too-deep', { limit: budget.limits.depth });
    }
    const items = await itemsOf(folder, budget, skip);
    const names = items.map(({ name }) => name);
    if (depth > 1 && isEnvironment(names)) return skip(folder, 'submission.junk');
    const pythons = environmentFolders(names);
    const ours = workshopFolders(items.flatMap((i) => (i.kind === 'folder' ? [i.name] : [])));
    for (const item of items) {
      if (item.kind === 'link') skip(item, 'submission.link');
      else if (item.kind === 'special') skip(item, 'submission.special');
      else if (item.kind === 'file') {
        if (!isJunkFile(item.name)) files.push(item);
      } else if (isJunkFolder(item.name) || pythons.has(item.name)) skip(item, 'submission.junk');
      else if (ours.has(item.name)) skip(item, 'submission.workshop-folder');
      else await walk(item, depth + 1);
    }
  };
  await walk(top, 1);
  return { files, ignored };
}

async function itemsOf(folder: FolderItem, budget: Budget, skip: Skip): Promise<readonly Item[]> {
  try {
    return await folder.items(budget);
  } catch (error) {
    if (!(error instanceof Refusal) || error.why.key !== 'submission.unreadable') throw error;
    skip(folder, error.why.key, error.why.values);
    return [];
  }
}

/** What lies directly in a folder; nothing when it cannot be read. */
export async function peek(folder: FolderItem, budget: Budget): Promise<readonly Item[]> {
  try {
    return await folder.items(budget);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
