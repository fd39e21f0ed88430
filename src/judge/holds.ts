import type { Grader } from './grader.ts';

/**
 * Tells whether a Python program has something to do with an exercise: it names the run that is asked for, or calls
 * what cannot be done without. One that does neither has not handed it in.
 */
export function holdsExercise(graders: readonly Grader[]) {
  const byName = new Map(graders.map((grader) => [grader.name, grader]));
  return (exercise: string, text: string): boolean => {
    const { calls = [], checks = [] } = byName.get(exercise) ?? {};
    return (
      checks.some(({ runName }) => runName !== undefined && text.includes(runName)) ||
      (calls.length > 0 && calls.every((name) => text.includes(name)))
    );
  };
}
