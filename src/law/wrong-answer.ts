/**
 * A known wrong answer: the solution with a few texts replaced. Written as edits, it stays in step with
 * the solution, and the law refuses an edit whose text is no longer there.
 */
export interface WrongAnswer {
  /** What is wrong, kebab-case: the name of the row in the law's matrix. */
  readonly name: string;
  /** Ids of exactly the checks that fail; checks that need them are skipped, all others pass. */
  readonly fails: readonly string[];
  /** Each text stands exactly once in the solution. */
  readonly edits: readonly (readonly [find: string, replace: string])[];
}

export function defineWrongAnswers(answers: readonly WrongAnswer[]): readonly WrongAnswer[] {
  return answers;
}
