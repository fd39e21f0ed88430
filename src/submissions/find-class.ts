import { isArchiveName } from './archives/archive-kind.ts';
import { isCanvas } from './platforms/canvas.ts';
import type { ExerciseMatch, FindExercise } from './exercise-of.ts';
import { fileKind } from './file-kind.ts';
import { METADATA } from './platforms/gradescope.ts';
import type { FolderItem, Item } from './item.ts';
import { environmentFolders, isJunkFile, isJunkFolder, workshopFolders } from './junk.ts';
import type { Budget } from './limits.ts';
import { peek } from './list-files.ts';
import { isOnePersonsWork } from './one-persons-work.ts';
import { moodleClaim } from './platforms/moodle.ts';

const DEEPEST = 4;

/** Where the students are: side by side in a folder, or one student who is the folder itself. */
export type Class =
  | {
      readonly kind: 'students';
      readonly folder: FolderItem;
      readonly items: readonly Item[];
      /** What could be a student's by its kind, and is never read for its name. */
      readonly junk: readonly Item[];
    }
  | { readonly kind: 'one-student'; readonly folder: FolderItem };

/**
 * Finds the folder that holds the students. Downloads wrap it in folders of their own
 * (`assignment_123_export/`), so a folder that holds one folder and nothing gradable is looked through,
 * unless that one is a student.
 */
export async function findClass(
  folder: FolderItem,
  exerciseOf: FindExercise,
  budget: Budget,
  depth = 0,
): Promise<Class> {
  const all = await peek(folder, budget);
  const pythons = environmentFolders(all.map(({ name }) => name));
  const isNobodys = (item: Item) => isJunk(item) || pythons.has(item.name);
  const items = all.filter((item) => !isNobodys(item));
  const junk = all.filter((item) => isNobodys(item) && isLikeWork(item));
  if (isPlatform(items)) return { kind: 'students', folder, items, junk };
  if (await isOneStudent(items, exerciseOf, budget, depth > 0))
    return { kind: 'one-student', folder };
  const [only, ...more] = items.filter((item) => item.kind !== 'file' || isHandedIn(item));
  if (only?.kind === 'folder' && more.length === 0 && depth < DEEPEST) {
    const inside = await findClass(only, exerciseOf, budget, depth + 1);
    if (inside.kind === 'students' && (inside.items.length > 1 || isPlatform(inside.items))) {
      return inside;
    }
  }
  return { kind: 'students', folder, items, junk };
}

function isJunk(item: Item): boolean {
  return item.kind === 'folder' ? isJunkFolder(item.name) : isJunkFile(item.name);
}

/** macOS lays a `._NAME` beside a file, and a clone has a `.git`. */
function isLikeWork(item: Item): boolean {
  if (item.name.startsWith('._') || item.name === '.git') return false;
  return item.kind === 'folder' || isHandedIn(item);
}

function isHandedIn(item: Item): boolean {
  return isArchiveName(item.name) || fileKind(item.name) !== null;
}

function isPlatform(items: readonly Item[]): boolean {
  return (
    items.some((item) => item.name === METADATA || moodleClaim(item) !== null) || isCanvas(items)
  );
}

/** A copy of the workshop, or a folder of exercises: not a class, unless others lie beside them. */
async function isOneStudent(
  items: readonly Item[],
  exerciseOf: FindExercise,
  budget: Budget,
  isAlone: boolean,
): Promise<boolean> {
  const folders = items.filter((item) => item.kind === 'folder');
  if (folders.some(({ name }) => name === 'exercises')) return true;
  if (folders.some(({ name }) => !/^\d+$/.test(name) && namesOnlyExercise(exerciseOf(name)))) {
    // Folders called `1`, `2`, `3` are more often students without names.
    return true;
  }
  const stems = items.flatMap(({ kind, name }) =>
    kind === 'file' ? (fileKind(name)?.stem ?? []) : [],
  );
  const matches = stems.flatMap((stem) => exerciseOf(stem) ?? []);
  const isOne = matches.some(namesOnlyExercise) || isOneEach(matches);
  if (!isOne && !isOnePersonsWork(stems, isAlone)) return false;
  const ours = workshopFolders(folders.map(({ name }) => name));
  let others = items.filter(({ kind, name }) => kind === 'file' && isArchiveName(name)).length;
  for (const folder of folders.filter(({ name }) => !ours.has(name))) {
    const holds = (await peek(folder, budget)).some(
      ({ kind, name }) => kind === 'file' && isHandedIn({ ...folder, name }),
    );
    if (holds) others += 1;
  }
  return others < 2;
}

function namesOnlyExercise(match: ExerciseMatch | null): boolean {
  return match !== null && match.rest === '';
}

/** `07-mine.ts` and `08-mine.ts` are one student's, `07-marie.ts` and `07-paul.ts` are two students'. */
function isOneEach(matches: readonly ExerciseMatch[]): boolean {
  return (
    matches.length > 0 &&
    matches.every(({ rank }) => rank === 2) &&
    new Set(matches.map(({ exercise }) => exercise)).size === matches.length
  );
}
