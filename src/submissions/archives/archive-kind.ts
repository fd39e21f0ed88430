import { readSync } from 'node:fs';

/** Archives by name. Only ZIP is read; the others are known so that they can be named. */
const ARCHIVE = /\.(zip|rar|7z|tar|tgz|tbz2?|txz|tar\.(gz|bz2|xz|zst)|gz|xz|bz2)$/i;

export function isArchiveName(name: string): boolean {
  return ARCHIVE.test(name);
}

/** The name of a file without the extensions of an archive. */
export function withoutArchiveExtension(name: string): string {
  return name.replace(ARCHIVE, '');
}

const FORMATS: readonly (readonly [string, string])[] = [
  ['504b', 'ZIP'],
  ['526172211a07', 'RAR'],
  ['377abcaf271c', '7z'],
  ['1f8b', 'gzip'],
  ['425a68', 'bzip2'],
  ['fd377a585a00', 'xz'],
  ['28b52ffd', 'zstd'],
];

/** What a file really is, by its first bytes: `dossier.zip` is now and then a renamed RAR. */
export function archiveFormat(descriptor: number): string | null {
  const bytes = Buffer.alloc(262);
  const count = readSync(descriptor, bytes, 0, bytes.length, 0);
  const start = bytes.subarray(0, count).toString('hex');
  const found = FORMATS.find(([magic]) => start.startsWith(magic));
  if (found) return found[1];
  return bytes.subarray(257, 262).toString('latin1') === 'ustar' ? 'tar' : null;
}
