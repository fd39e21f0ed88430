import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { graders } from '../../../graders/index.ts';
import { message } from '../../messages/sentence.ts';
import type { Console } from '../console.ts';
import { ExitError } from '../exit-error.ts';
import { findExercise } from '../find-exercise.ts';
import { project } from '../project.ts';

/** `npm run hint 07`: the next step of the exercise's ladder; after the last it shows all three again. */
export async function hint(words: readonly string[], io: Console): Promise<0> {
  const grader = findExercise(onlyWord(words, 'hint'), graders);
  const number = grader.name.slice(0, 2);
  const shown = Math.min((await readShown(grader.name)) + 1, grader.hints.length);
  for (const text of grader.hints.slice(0, shown)) io.print(io.translate(text));
  io.print('');
  io.print(
    io.translate(
      shown < grader.hints.length
        ? message('cli.hint-more', { shown, command: `hint ${number}` })
        : message('cli.hint-last', { number }),
    ),
  );
  await mkdir(project.state, { recursive: true });
  await writeFile(fileOf(grader.name), String(shown));
  return 0;
}

/** @throws ExitError when there is not exactly one word */
export function onlyWord(words: readonly string[], command: string): string {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) {
    throw new ExitError(1, message('cli.one-exercise', { command }));
  }
  return word;
}

async function readShown(name: string): Promise<number> {
  const text = await readFile(fileOf(name), 'utf8').catch(() => '0');
  return /^[0-3]$/.test(text) ? Number(text) : 0;
}

const fileOf = (name: string) => join(project.state, `hint-${name}`);
