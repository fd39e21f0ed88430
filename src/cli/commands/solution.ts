import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Console } from '../console.ts';
import { oneExercise, onlyWord, type OneOptions } from '../one-exercise.ts';
import { pathOf } from '../path-of.ts';
import { project } from '../project.ts';

/** `npm run solution 07`: shows the reference solution. */
export async function solution(
  words: readonly string[],
  io: Console,
  options: OneOptions = {},
): Promise<0> {
  const { grader, language } = oneExercise(onlyWord(words, 'solution'), options);
  io.print(await readFile(join(project.solutions, ...pathOf(grader, language)), 'utf8'));
  return 0;
}
