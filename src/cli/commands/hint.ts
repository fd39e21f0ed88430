import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../../messages/sentence.ts';
import { writtenIn } from '../../messages/written-in.ts';
import type { Console } from '../console.ts';
import { oneExercise, onlyWord, type OneOptions } from '../one-exercise.ts';
import { project } from '../project.ts';

/** `npm run hint 07`: the next step of the exercise's ladder; after the last it shows all three again. */
export async function hint(
  words: readonly string[],
  io: Console,
  options: OneOptions = {},
): Promise<0> {
  const { grader, language, again } = oneExercise(onlyWord(words, 'hint'), options);
  const shown = Math.min((await readShown(grader.name)) + 1, grader.hints.length);
  for (const text of grader.hints.slice(0, shown))
    io.print(io.translate(writtenIn(language, text)));
  io.print('');
  io.print(
    io.translate(
      shown < grader.hints.length
        ? message('cli.hint-more', { shown, command: `hint ${again}` })
        : message('cli.hint-last', { command: `solution ${again}` }),
    ),
  );
  await mkdir(project.state, { recursive: true });
  await writeFile(fileOf(grader.name), String(shown));
  return 0;
}

async function readShown(name: string): Promise<number> {
  const text = await readFile(fileOf(name), 'utf8').catch(() => '0');
  return /^[0-3]$/.test(text) ? Number(text) : 0;
}

/** In either language: it is the same ladder. */
const fileOf = (name: string) => join(project.state, `hint-${name}`);
