import type { Readable } from 'node:stream';
import type { Budget } from './limits.ts';

/** A file or folder, on the disk or in an archive. Nothing is read before it is asked for. */
export type Item = FileItem | FolderItem | LinkItem | SpecialItem;

interface Found {
  /** As found. */
  readonly name: string;
  /** From the class folder down, `/` between names, as found. */
  readonly path: string;
}

export interface FileItem extends Found {
  readonly kind: 'file';
  /** @throws Refusal when the file turns out to be none, or damaged */
  readonly open: () => Promise<Readable>;
  /** A file descriptor that the caller closes; null for what lies in an archive. */
  readonly openDescriptor: (() => number) | null;
}

export interface FolderItem extends Found {
  readonly kind: 'folder';
  /** What lies directly in it, by name. */
  readonly items: (budget: Budget) => Promise<readonly Item[]>;
}

interface LinkItem extends Found {
  readonly kind: 'link';
}

/** A device, a pipe, a socket. Never opened. */
interface SpecialItem extends Found {
  readonly kind: 'special';
}

/** By code unit, so that no locale changes an order. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
