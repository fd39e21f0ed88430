import { readFile } from 'node:fs/promises';
import type { Grader } from '../judge/grader.ts';
import type { WrongAnswer } from './wrong-answer.ts';

/** One submission whose verdict is known beforehand. */
export interface LawCase {
  readonly exercise: string;
  /** `stub`, `solution` or the name of a wrong answer. */
  readonly answer: string;
  /** The TypeScript that is graded. */
  readonly source: string;
  /** Ids of the checks that fail; null where it only has to fail. */
  readonly fails: readonly string[] | null;
}

/** A wrong answer whose edit no longer fits its solution. */
export class StaleEditError extends Error {
  override readonly name = 'StaleEditError';
  readonly code = 'STALE_EDIT';
}

/** Stub, solution and every wrong answer of one exercise. Folders are `file:` URLs that end in a slash. */
export async function casesOf(
  grader: Grader,
  wrongAnswers: readonly WrongAnswer[],
  folders: { readonly stubs: URL; readonly solutions: URL },
): Promise<LawCase[]> {
  const exercise = grader.name;
  const read = (folder: URL) => readFile(new URL(`${exercise}.ts`, folder), 'utf8');
  const [stub, solution] = await Promise.all([read(folders.stubs), read(folders.solutions)]);
  return [
    { exercise, answer: 'stub', source: stub, fails: null },
    { exercise, answer: 'solution', source: solution, fails: [] },
    ...wrongAnswers.map((wrong) => ({
      exercise,
      answer: wrong.name,
      source: applyEdits(solution, wrong, exercise),
      fails: wrong.fails,
    })),
  ];
}

/** @throws StaleEditError when a text is not there exactly once */
export function applyEdits(solution: string, wrong: WrongAnswer, exercise: string): string {
  let source = solution;
  for (const [find, replace] of wrong.edits) {
    const count = source.split(find).length - 1;
    if (count !== 1) {
      throw new StaleEditError(
        `${exercise} / ${wrong.name}: ${JSON.stringify(find)} stands ${count} times`,
      );
    }
    source = source.replace(find, () => replace);
  }
  return source;
}
