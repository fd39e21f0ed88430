import type { Entry } from 'yauzl';

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;
const LINK = 0o120000;

/** What an entry is. Unix puts the type of a file into the upper half of its attributes. */
export function entryKind(entry: Entry, name: string): 'file' | 'folder' | 'link' | 'special' {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type === LINK) return 'link';
  if (name.endsWith('/') || type === DIRECTORY) return 'folder';
  return type === 0 || type === REGULAR ? 'file' : 'special';
}

/** The folders and the name of an entry; null for one that points out of its archive. */
export function safeSegments(name: string): readonly string[] | null {
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0')) return null;
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.includes('..') || segments.length === 0 ? null : segments;
}

/** Where an entry lies in the archive's bytes, at least: its local header may have more fields. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

export function extentOf(entry: Entry): Extent {
  const start = entry.relativeOffsetOfLocalHeader;
  return { start, end: start + 30 + entry.fileNameLength + entry.compressedSize };
}

/** Entries share bytes only in archives built to unpack to far more than they hold. */
export function overlap(extents: readonly Extent[]): boolean {
  const sorted = [...extents].sort((a, b) => a.start - b.start);
  return sorted.some(({ start }, at) => {
    const before = sorted[at - 1];
    return before !== undefined && start < before.end;
  });
}
