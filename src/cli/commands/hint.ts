import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { message } from '../../messages/sentence.ts';
import { writtenIn } from '../../messages/written-in.ts';
import type { Console } from '../console.ts';
import { oneExercise, onlyWord, type OneExercise, type OneOptions } from '../one-exercise.ts';
import { project } from '../project.ts';

/** `npm run hint 07`: the next step of the exercise's ladder; after the last it shows all three again. */
export async function hint(
  words: readonly string[],
  io: Console,
  options: OneOptions = {},
): Promise<0> {
  const { grader, language, again } = oneExercise(onlyWord(words, 'hint'), options);
  const file = fileOf(grader.name, language);
  const shown = Math.min((await readShown(file)) + 1, grader.hints.length);
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
  await writeFile(file, String(shown));
  return 0;
}

async function readShown(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => '0');
  return /^[0-3]$/.test(text) ? Number(text) : 0;
}

/** Where it is kept how far a ladder was climbed: each language has its own. */
const fileOf = (name: string, language: OneExercise['language']) =>
  join(project.state, language === 'python' ? `hint-${name}.py` : `hint-${name}`);
