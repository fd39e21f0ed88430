import { createHash } from 'node:crypto';
import type { Owner } from './platforms/owner.ts';

const LONGEST = 48;
/** Names that Windows gives to devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** A name chosen to look like another student's id with its hash. */
const HASHED = /-[0-9a-f]{8}$/;

/**
 * A folder name for each owner: the name in ASCII kebab case and the platform's number. Where that is
 * too little to tell two apart (one name twice and no number, a name without Latin letters, a very long
 * one), eight digits of a hash of what the student is known by are added.
 */
export function submissionIds(owners: readonly Owner[]): ReadonlyMap<Owner, string> {
  const plain = owners.map((owner) => ({ owner, id: plainId(owner) }));
  const counts = new Map<string, number>();
  for (const { id } of plain) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map(
    plain.map(({ owner, id }) => {
      const isOwn = counts.get(id) === 1 && id !== '' && id.length <= LONGEST;
      if (isOwn && !RESERVED.test(id) && !HASHED.test(id)) return [owner, id];
      const start = id.slice(0, LONGEST).replace(/-$/, '');
      return [owner, [start, hash(owner.key)].filter(Boolean).join('-')];
    }),
  );
}

function plainId({ name, number }: Owner): string {
  const words = kebab(name);
  const digits = number === null ? '' : kebab(number);
  const isSaid = words === digits || words.endsWith(`-${digits}`);
  return isSaid || digits === '' ? words : [words, digits].filter(Boolean).join('-');
}

function kebab(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[œŒ]/g, 'oe')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function hash(key: string): string {
  return createHash('sha256').update(key.normalize('NFC')).digest('hex').slice(0, 8);
}
