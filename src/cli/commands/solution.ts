import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { graders } from '../../../graders/index.ts';
import type { Console } from '../console.ts';
import { findExercise } from '../find-exercise.ts';
import { project } from '../project.ts';
import { onlyWord } from './hint.ts';

/** `npm run solution 07`: shows the reference solution. */
export async function solution(words: readonly string[], io: Console): Promise<0> {
  const { name } = findExercise(onlyWord(words, 'solution'), graders);
  io.print(await readFile(join(project.solutions, `${name}.ts`), 'utf8'));
  return 0;
}
