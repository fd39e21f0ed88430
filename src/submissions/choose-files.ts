import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Message } from '../messages/sentence.ts';
import { copyFile } from './copy-file.ts';
import { EXTENSION } from './file-kind.ts';
import { note } from './note.ts';
import { printable } from './printable.ts';
import type { Ranked } from './rank-files.ts';
import { Refusal } from './refusal.ts';
import type { Ignored, SubmittedFile } from './submission.ts';

/**
 * Copies the best usable file of each exercise to `folder/NN-name.ts`: a file that is empty, too large or
 * no text gives way to the next.
 */
export async function chooseFiles(
  byExercise: ReadonlyMap<string, readonly Ranked[]>,
  folder: string,
  limitBytes: number,
): Promise<{
  readonly files: Readonly<Record<string, SubmittedFile>>;
  readonly ignored: readonly Ignored[];
}> {
  const files: Record<string, SubmittedFile> = {};
  const ignored: Ignored[] = [];
  for (const exercise of [...byExercise.keys()].sort()) {
    for (const { file, kind } of byExercise.get(exercise) ?? []) {
      const used = files[exercise];
      if (used) {
        ignored.push(
          note(file.path, 'submission.other-candidate', { exercise, used: printable(used.source) }),
        );
        continue;
      }
      const path = join(folder, `${exercise}${EXTENSION[kind]}`);
      try {
        files[exercise] = {
          kind,
          path,
          source: file.path,
          ...(await copyFile(file, path, limitBytes)),
        };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        ignored.push(note(file.path, error.why.key, error.why.values));
      }
    }
  }
  return { files, ignored };
}

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
