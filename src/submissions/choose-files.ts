import { createHash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../messages/sentence.ts';
import { EXTENSION } from './file-kind.ts';
import { lookAt, type Looking, type Seen } from './look-at.ts';
import { note } from './note.ts';
import { printable } from './printable.ts';
import type { Ranked, RankedFiles } from './rank-files.ts';
import type { Ignored, SubmittedFile } from './submission.ts';

interface Chosen {
  readonly files: Readonly<Record<string, SubmittedFile>>;
  readonly ignored: readonly Ignored[];
}

/** More files that may hold several exercises than this are not looked into. */
const MOST_WHOLE = 20;
/** Of the files of one exercise, so many are looked into to see whether they are worth a word. */
const WORTH_A_LOOK = 3;
/** `holds` of a file that names the run which is asked for. */
const NAMED = 2;

/**
 * Chooses the file of each exercise and copies it to `folder/NN-name.ts` (or `.py`, `.ipynb`): the best usable one of
 * its own, else the Python file that holds it most surely. A file that is empty, too large, no text or as it was handed
 * out gives way to the next; an exercise that is nowhere else than as it was handed out keeps that file.
 */
export async function chooseFiles(
  { byExercise, whole }: Pick<RankedFiles, 'byExercise' | 'whole'>,
  looking: Looking,
): Promise<Chosen> {
  const { exercises } = looking;
  const ignored: Ignored[] = [];
  const seen = new Map<Ranked, Seen | null>();
  const look = async (candidate: Ranked): Promise<Seen | null> => {
    const before = seen.get(candidate);
    if (before !== undefined) return before;
    const found = await lookAt(candidate, `candidate-${seen.size + 1}`, looking);
    if ('why' in found) ignored.push(found);
    const usable = 'why' in found ? null : found;
    seen.set(candidate, usable);
    return usable;
  };

  const several: Seen[] = [];
  const numbered = [...byExercise.values()].flat().filter(isLooselyNamedPython);
  for (const candidate of [...whole, ...numbered].slice(0, MOST_WHOLE)) {
    const found = await look(candidate);
    if (found !== null && isWhole(found)) several.push(found);
  }

  const chosen = new Map<string, Seen>();
  for (const exercise of exercises) {
    const use = (found: Seen): void => {
      const before = chosen.get(exercise);
      const better = before?.untouched.has(exercise) === true && !found.untouched.has(exercise);
      if (before === undefined || better) chosen.set(exercise, found);
    };
    const isDone = () => chosen.get(exercise)?.untouched.has(exercise) === false;
    for (const [index, candidate] of (byExercise.get(exercise) ?? []).entries()) {
      if (isDone() && index >= WORTH_A_LOOK) break;
      // A name that says nothing counts only where no other says something.
      if (candidate.match.rank === 5 && chosen.has(exercise)) continue;
      const found = await look(candidate);
      if (found !== null && !isMisnamed(found)) use(found);
    }
    for (const found of mostSurely(several, exercise)) use(found);
    // Any program is the answer where one exercise alone is asked for.
    const [any] = exercises.length === 1 ? several.filter(isOfNoOther) : [];
    if (!chosen.has(exercise) && any !== undefined) use(any);
  }

  const left = await leftOver([...byExercise.values()].flat(), whole, seen, chosen);
  return { files: await nameCopies(chosen, looking.folder), ignored: [...ignored, ...left] };
}

const isOfNoOther = ({ candidate }: Seen) => candidate.other === null;

/** `tp3.ipynb` is exercise 03 by its name, and may well be Part 3. */
function isLooselyNamedPython({ kind, match }: Ranked): boolean {
  return kind !== 'typescript' && match.rank >= 2;
}

/** Its name names no exercise, or others than those that it holds. */
function isWhole({ candidate: { match }, holds }: Seen): boolean {
  if (match.exercise === '') return true;
  return [...holds].some(([exercise, surely]) => exercise !== match.exercise && surely === NAMED);
}

function isMisnamed(found: Seen): boolean {
  const { candidate, holds, untouched } = found;
  const { exercise } = candidate.match;
  const isIn = holds.get(exercise) !== 0 || untouched.has(exercise);
  return isLooselyNamedPython(candidate) && isWhole(found) && !isIn;
}

/** Those that hold an exercise, or have it as it was handed out; the surest first. */
function mostSurely(several: readonly Seen[], exercise: string): Seen[] {
  const surely = ({ holds }: Seen) => holds.get(exercise) ?? 0;
  return several
    .filter((found) => surely(found) > 0 || found.untouched.has(exercise))
    .toSorted((a, b) => surely(b) - surely(a));
}

/** Removes the copies that are not used. Says why, but for what is as it was handed out. */
async function leftOver(
  named: readonly Ranked[],
  whole: readonly Ranked[],
  seen: ReadonlyMap<Ranked, Seen | null>,
  chosen: ReadonlyMap<string, Seen>,
): Promise<Ignored[]> {
  const used = new Set([...chosen.values()].map(({ candidate }) => candidate));
  const ignored: Ignored[] = [];
  for (const candidate of [...named, ...whole]) {
    const found = seen.get(candidate);
    // Why it cannot be read is said already.
    if (used.has(candidate) || found === null) continue;
    const { exercise } = candidate.match;
    const { path } = candidate.file;
    const other = exercise === '' ? otherOf(found, chosen) : { exercise, by: chosen.get(exercise) };
    if (found !== undefined) await rm(found.file.path);
    if (found !== undefined && found.untouched.size > 0) continue;
    const { by } = other;
    ignored.push(
      by === undefined
        ? unused(candidate, found)
        : note(path, 'submission.other-candidate', {
            exercise: other.exercise,
            used: printable(by.file.source),
          }),
    );
  }
  return ignored;
}

/** Why a file that may hold any exercise is none of those asked for. */
function unused({ file: { path }, other }: Ranked, found: Seen | undefined): Ignored {
  if (found?.isDamaged === true) return note(path, 'submission.damaged-notebook');
  if (other !== null) return note(path, 'submission.not-asked', { exercise: other });
  return note(path, 'submission.holds-none');
}

/** Of a file that holds several: the first exercise of it, and what was used for that. */
function otherOf(found: Seen | undefined, chosen: ReadonlyMap<string, Seen>) {
  const exercise = [...(found?.holds ?? [])].find(([, surely]) => surely > 0)?.[0] ?? '';
  return { exercise, by: chosen.get(exercise) };
}

/** Called after its exercise, or with a number when it holds several. */
async function nameCopies(
  chosen: ReadonlyMap<string, Seen>,
  folder: string,
): Promise<Record<string, SubmittedFile>> {
  const uses = Map.groupBy(chosen, ([, found]) => found);
  const files: Record<string, SubmittedFile> = {};
  let wholes = 0;
  for (const [{ candidate, file }, exercises] of uses) {
    const own = candidate.match.exercise;
    const isOwn = exercises.length === 1 && exercises[0]?.[0] === own;
    const name = isOwn ? own : `file-${(wholes += 1)}`;
    const path = join(folder, `${name}${EXTENSION[file.kind]}`);
    await rename(file.path, path);
    for (const [exercise] of exercises) files[exercise] = { ...file, path };
  }
  return files;
}

/** The fingerprint of what counts: which exercises, and their content; else why there are none. */
export function hashContent(
  files: Readonly<Record<string, SubmittedFile>>,
  problem: Message | null,
): string {
  const counts = Object.entries(files)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([exercise, { kind, sha256 }]) => [exercise, kind, sha256]);
  return createHash('sha256')
    .update(JSON.stringify([counts, problem]))
    .digest('hex');
}
