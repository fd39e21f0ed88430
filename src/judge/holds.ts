import type { Grader } from './grader.ts';
import { loadsOfRun, searchesIn, withoutComments } from './searches.ts';

/**
 * How surely a Python program has handed in an exercise. 2: it names the run that is asked for. 1: it calls what cannot
 * be done without. 0: it does neither.
 */
export type Certainty = 0 | 1 | 2;

/** Tells how surely a Python program's text has something to do with an exercise. What is commented out does not count. */
export function holdsExercise(graders: readonly Grader[]) {
  const byName = new Map(graders.map((grader) => [grader.name, grader]));
  return (exercise: string, text: string): Certainty => {
    const { isIn, checks = [] } = byName.get(exercise) ?? {};
    const program = withoutComments(text);
    if (checks.some(({ runName }) => runName !== undefined && program.includes(runName))) return 2;
    return isIn?.(program) === true ? 1 : 0;
  };
}

/** A program that names all of these. */
export function calling(...names: readonly string[]) {
  return (program: string): boolean => names.every((name) => program.includes(name));
}

/** How often a program has these characters. */
export function timesIn(program: string, part: string): number {
  return program.split(part).length - 1;
}

/**
 * Whether a program compares runs (06): it searches for five, or for more than it takes to find the best one (09).
 * One search may be for both.
 */
export function comparesRuns(program: string): boolean {
  const searches = searchesIn(program);
  if (searches.some(({ isForFive }) => isForFive)) return true;
  if (!findsBestModel(program)) return searches.length > 0;
  const others = searches.filter(({ isForOne, isOrdered }) => !isForOne && isOrdered);
  return others.length > (searches.some(({ isForOne }) => isForOne) ? 0 : 1);
}

/**
 * Whether a program looks for the best model (09): it searches and loads a run's model, or searches for one run besides
 * comparing several, or calls that one as it is asked to.
 */
export function findsBestModel(program: string): boolean {
  const searches = searchesIn(program);
  if (searches.length > 0 && loadsOfRun(program)) return true;
  const isBeyond =
    /\bbest_run\b/.test(program) ||
    program.includes('load_model') ||
    searches.some(({ isForFive }) => isForFive);
  return isBeyond && searches.some(({ isForOne }) => isForOne);
}
