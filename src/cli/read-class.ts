import { stat } from 'node:fs/promises';
import { graders as allGraders } from '../../graders/index.ts';
import type { OutFolder } from '../bulk/out-folder.ts';
import { isAnswered, isUntouched, type Stubs } from '../bulk/stubs.ts';
import { holdsExercise } from '../judge/holds.ts';
import { message } from '../messages/sentence.ts';
import { readSubmissions, type ClassRead } from '../submissions/read-submissions.ts';
import { ClassFolderError } from '../submissions/refusal.ts';
import { ExitError } from './exit-error.ts';
import type { GradeOptions } from './grade-options.ts';

/** What a class handed in. @throws ExitError for a folder that cannot be read or holds nothing */
export async function readClass(
  options: GradeOptions,
  out: OutFolder,
  stubs: Stubs,
): Promise<ClassRead> {
  const exercises = options.graders.map(({ name }) => name);
  try {
    const found = await readSubmissions(options.source, {
      exercises,
      known: allGraders.map(({ name }) => name),
      holds: holdsExercise(options.graders),
      isAnswered: (exercise, kind, text) => isAnswered(exercise, kind, text, stubs),
      isUntouched: (exercise, kind, text) => isUntouched(exercise, kind, text, stubs),
      scratch: out.scratch,
      skip: [out.path],
    });
    if (found.submissions.length > 0) return found;
  } catch (error) {
    if (!(error instanceof ClassFolderError)) throw error;
    throw new ExitError(1, error.why, { cause: error });
  }
  throw new ExitError(1, message('grade.nothing', { folder: options.source }));
}

/** @throws ExitError for a path to nothing */
export async function refuseMissing(source: string): Promise<void> {
  const there = await stat(source).catch(() => null);
  if (there === null) throw new ExitError(1, message('grade.no-folder', { folder: source }));
}
