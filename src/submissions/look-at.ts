import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNotebookFile } from '../notebooks/read-cells.ts';
import { codeOf } from './code-of.ts';
import { copyFile } from './copy-file.ts';
import { EXTENSION } from './file-kind.ts';
import { note } from './note.ts';
import type { Ranked } from './rank-files.ts';
import { Refusal } from './refusal.ts';
import type { Ignored, Kind, SubmittedFile } from './submission.ts';

export interface Looking {
  readonly exercises: readonly string[];
  /** How surely a program's code has something to do with an exercise: 0 for not at all. */
  readonly holds: (exercise: string, code: string) => number;
  /** Whether a file says of itself that it has an answer to an exercise, whatever that calls. */
  readonly isAnswered: (exercise: string, kind: Kind, text: string) => boolean;
  /** Whether an exercise is in a file as it was handed out. */
  readonly isUntouched: (exercise: string, kind: Kind, text: string) => boolean;
  /** Where copies go. */
  readonly folder: string;
  /** Of a program, in bytes. */
  readonly limitBytes: number;
}

/** A candidate that can be used, copied to where only it is. */
export interface Seen {
  readonly candidate: Ranked;
  readonly file: SubmittedFile;
  /** Exercises that are in it as they were handed out. */
  readonly untouched: ReadonlySet<string>;
  /** Of Python: how surely each exercise is in it. */
  readonly holds: ReadonlyMap<string, number>;
  /** A notebook that cannot be read as one. */
  readonly isDamaged: boolean;
}

/** A notebook keeps its figures in itself. */
const NOTEBOOK_SHARE = 20;
const MEBIBYTE = 1024 * 1024;

/** Reads a candidate; says why when it is empty, too large or no text. */
export async function lookAt(
  candidate: Ranked,
  name: string,
  { exercises, holds, isAnswered, isUntouched, folder, limitBytes }: Looking,
): Promise<Seen | Ignored> {
  const { file, kind, match } = candidate;
  const path = join(folder, `${name}${EXTENSION[kind]}`);
  const limit = kind === 'notebook' ? limitBytes * NOTEBOOK_SHARE : limitBytes;
  try {
    const copied = await copyFile(file, path, limit);
    const text = await readFile(path, 'utf8');
    const asked = kind === 'typescript' ? [match.exercise] : exercises;
    const code = codeOf(kind, text);
    const surely = (exercise: string) =>
      holds(exercise, code) || Number(isAnswered(exercise, kind, text));
    return {
      candidate,
      file: { kind, path, source: file.path, ...copied },
      untouched: new Set(asked.filter((exercise) => isUntouched(exercise, kind, text))),
      holds: new Map(
        kind === 'typescript' ? [] : asked.map((exercise) => [exercise, surely(exercise)]),
      ),
      isDamaged: kind === 'notebook' && !isNotebookFile(text),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (kind === 'notebook' && error.why.key === 'submission.too-large') {
      return note(file.path, 'submission.notebook-too-large', { limit: limit / MEBIBYTE });
    }
    return note(file.path, error.why.key, error.why.values);
  }
}
