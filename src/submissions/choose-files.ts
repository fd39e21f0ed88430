import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../messages/sentence.ts';
import { copyFile } from './copy-file.ts';
import { EXTENSION } from './file-kind.ts';
import { note } from './note.ts';
import { printable } from './printable.ts';
import type { Ranked, RankedFiles } from './rank-files.ts';
import { Refusal } from './refusal.ts';
import type { Ignored, Kind, SubmittedFile } from './submission.ts';

/** Tells whether a program's text has something to do with an exercise. */
export type Holds = (exercise: string, text: string) => boolean;

export interface Choosing {
  readonly exercises: readonly string[];
  readonly holds: Holds;
  /** Where copies go. */
  readonly folder: string;
  /** Of a program, in bytes. */
  readonly limitBytes: number;
}

interface Chosen {
  readonly files: Readonly<Record<string, SubmittedFile>>;
  readonly ignored: readonly Ignored[];
}

/** A notebook keeps its figures in itself. */
const NOTEBOOK_SHARE = 20;

/**
 * Copies the best usable file of each exercise to `folder/NN-name.ts` (or `.py`, `.ipynb`): a file that is empty, too
 * large or no text gives way to the next. What has no file of its own may be held by one that holds several.
 */
export async function chooseFiles(
  { byExercise, whole }: Pick<RankedFiles, 'byExercise' | 'whole'>,
  choosing: Choosing,
): Promise<Chosen> {
  const files: Record<string, SubmittedFile> = {};
  const ignored: Ignored[] = [];
  for (const exercise of [...byExercise.keys()].sort()) {
    for (const candidate of byExercise.get(exercise) ?? []) {
      const { path } = candidate.file;
      const used = files[exercise];
      if (used) {
        ignored.push(
          note(path, 'submission.other-candidate', { exercise, used: printable(used.source) }),
        );
        continue;
      }
      const copied = await copy(candidate, exercise, choosing);
      if ('why' in copied) ignored.push(copied);
      else files[exercise] = copied;
    }
  }
  for (const [index, candidate] of whole.entries()) {
    const copied = await copy(candidate, `file-${index + 1}`, choosing);
    if ('why' in copied) {
      ignored.push(copied);
      continue;
    }
    const text = await readFile(copied.path, 'utf8');
    const held = choosing.exercises.filter(
      (exercise) => files[exercise] === undefined && choosing.holds(exercise, text),
    );
    for (const exercise of held) files[exercise] = copied;
    if (held.length > 0) continue;
    await rm(copied.path);
    ignored.push(note(candidate.file.path, 'submission.holds-none'));
  }
  return { files, ignored };
}

async function copy(
  { file, kind }: Ranked,
  name: string,
  { folder, limitBytes }: Choosing,
): Promise<SubmittedFile | Ignored> {
  const path = join(folder, `${name}${EXTENSION[kind]}`);
  try {
    const copied = await copyFile(file, path, limitOf(kind, limitBytes));
    return { kind, path, source: file.path, ...copied };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return note(file.path, error.why.key, error.why.values);
  }
}

const limitOf = (kind: Kind, limitBytes: number) =>
  kind === 'notebook' ? limitBytes * NOTEBOOK_SHARE : limitBytes;

/** The fingerprint of what counts: which exercises, and their content; else why there are none. */
export function hashContent(
  files: Readonly<Record<string, SubmittedFile>>,
  problem: Message | null,
): string {
  const counts = Object.entries(files).map(([exercise, { kind, sha256 }]) => [
    exercise,
    kind,
    sha256,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([counts, problem]))
    .digest('hex');
}
