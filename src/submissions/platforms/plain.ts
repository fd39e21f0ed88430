import { isArchiveName, withoutArchiveExtension } from '../archives/archive-kind.ts';
import { fileKind } from '../file-kind.ts';
import type { FindExercise } from '../exercise-of.ts';
import type { Item } from '../item.ts';
import { claim, type Claim } from './owner.ts';

/**
 * A folder, an archive or a program called after its student. A folder and an archive of one name are one
 * student's (somebody unpacked it), and so are programs that differ in the exercise they name only:
 * `marie-dupont-07.ts` and `marie-dupont-09.ts`. Null for any other file.
 */
export function plainClaim(item: Item, exerciseOf: FindExercise): Claim | null {
  if (item.kind === 'special') return null;
  if (item.kind !== 'file') return claim(ownerCalled(item.name), item);
  if (isArchiveName(item.name)) return claim(ownerCalled(withoutArchiveExtension(item.name)), item);
  const stem = fileKind(item.name)?.stem;
  if (stem === undefined) return null;
  return claim(ownerCalled(exerciseOf(stem)?.rest || stem), item);
}

export function ownerCalled(name: string) {
  return { key: `plain:${name.normalize('NFC')}`, name, number: null, identity: {}, late: null };
}
