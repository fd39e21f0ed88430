import { fstatSync } from 'node:fs';
import { fromRandomAccessReaderPromise, type Entry, type ZipFile } from 'yauzl';
import { entryName } from './entry-name.ts';
import { FileBlocks } from './file-blocks.ts';
import { byName, type FolderItem, type Item } from '../item.ts';
import type { Budget } from '../limits.ts';
import { note } from '../note.ts';
import type { Ignored } from '../submission.ts';
import { brokenZip, openEntry } from './zip-content.ts';
import { entryKind, extentOf, overlap, safeSegments, type Extent } from './zip-entry.ts';
import { isJunkFolder } from '../junk.ts';
import { refuse } from '../refusal.ts';

export interface Archive extends Disposable {
  readonly root: FolderItem;
  /** Entries that no program should unpack. */
  readonly ignored: readonly Ignored[];
}

interface Node {
  readonly folders: Map<string, Node>;
  readonly others: Map<string, Item>;
}

const newNode = (): Node => ({ folders: new Map(), others: new Map() });

/**
 * A ZIP as a folder. Only its directory is read; nothing is unpacked, and content is inflated when one
 * file is opened. Where two entries have one name, the last counts, as with every program that unpacks.
 *
 * @param descriptor closed with the archive
 * @throws Refusal for an archive that is damaged, encrypted, or made to do harm
 */
export async function openZip(
  descriptor: number,
  name: string,
  path: string,
  budget: Budget,
): Promise<Archive> {
  let zip: ZipFile;
  const reader = new FileBlocks(descriptor);
  try {
    const { size } = fstatSync(descriptor);
    zip = await fromRandomAccessReaderPromise(reader, size, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
    });
  } catch (error) {
    reader.close(() => undefined);
    throw brokenZip(error);
  }
  // After the last entry nobody awaits an error, such as one of closing the file.
  zip.on('error', () => undefined);
  try {
    const { top, ignored } = await readDirectory(zip, path, budget);
    return {
      root: toFolder(top, name, path),
      ignored,
      [Symbol.dispose]: () => {
        zip.close();
      },
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readDirectory(zip: ZipFile, path: string, budget: Budget) {
  const top = newNode();
  const ignored: Ignored[] = [];
  const extents: Extent[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      budget.takeEntries(1);
      extents.push(extentOf(entry));
      const refused = place(zip, entry, top, path);
      if (refused) ignored.push(refused);
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'Refusal' ? error : brokenZip(error);
  }
  if (overlap(extents)) throw refuse('submission.overlapping');
  return { top, ignored };
}

/** Puts an entry into the tree; what cannot be there is returned. */
function place(zip: ZipFile, entry: Entry, top: Node, path: string): Ignored | null {
  const raw = Buffer.from(entry.fileName);
  const name = entryName(entry, raw);
  const segments = safeSegments(name);
  const where = path === '' ? name : `${path}/${name}`;
  if (segments === null) return note(where, 'submission.unsafe-path');

  const kind = entryKind(entry, name);
  let node = top;
  for (const folder of kind === 'folder' ? segments : segments.slice(0, -1)) {
    const next = node.folders.get(folder) ?? newNode();
    node.folders.set(folder, next);
    // What lies in such a folder would fill the memory for nothing.
    if (isJunkFolder(folder)) return null;
    node = next;
  }
  if (kind === 'folder') return null;
  const last = segments.at(-1) ?? '';
  const twice = node.others.has(last);
  const found = { name: last, path: where };
  node.others.set(
    last,
    kind === 'file'
      ? { ...found, kind, open: () => openEntry(zip, entry), openDescriptor: null }
      : { ...found, kind },
  );
  return twice ? note(where, 'submission.same-name-twice') : null;
}

function toFolder(node: Node, name: string, path: string): FolderItem {
  return {
    kind: 'folder',
    name,
    path,
    items: () => {
      const below = (folder: string) => (path === '' ? folder : `${path}/${folder}`);
      const folders = [...node.folders].map(([folder, inside]) =>
        toFolder(inside, folder, below(folder)),
      );
      return Promise.resolve([...folders, ...node.others.values()].sort(byName));
    },
  };
}
