import type { Grader } from './grader.ts';

/**
 * How surely a Python program has handed in an exercise. 3: it names the run that is asked for. 2: it calls what cannot
 * be done without. 1: it does so, but for another exercise, which asks for more. 0: it does neither.
 */
export type Certainty = 0 | 1 | 2 | 3;

/** Tells how surely a Python program's text has something to do with an exercise. */
export function holdsExercise(graders: readonly Grader[]) {
  const byName = new Map(graders.map((grader) => [grader.name, grader]));
  return (exercise: string, text: string): Certainty => {
    const { calls = [], checks = [] } = byName.get(exercise) ?? {};
    if (checks.some(({ runName }) => runName !== undefined && text.includes(runName))) return 3;
    const makes = (names: readonly string[]) => names.every((name) => text.includes(name));
    if (calls.length === 0 || !makes(calls)) return 0;
    const isPartOf = (others: readonly string[]) =>
      others.length > calls.length && calls.every((name) => others.includes(name)) && makes(others);
    return graders.some((other) => isPartOf(other.calls ?? [])) ? 1 : 2;
  };
}
