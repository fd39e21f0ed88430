import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, basename, join, relative } from 'node:path';
import { graders } from '../../../graders/index.ts';
import { message } from '../../messages/sentence.ts';
import { generateCustomers } from '../../workshop/data/generate-customers.ts';
import type { Console } from '../console.ts';
import { findExercise } from '../find-exercise.ts';
import { project } from '../project.ts';
import { onlyWord } from './hint.ts';

/** `npm run reset 07`: the exercise as it was handed out; `reset data`: the customers' file. */
export async function reset(words: readonly string[], io: Console): Promise<0> {
  const word = onlyWord(words, 'reset');
  if (word === 'data') {
    const kept = await restore(project.csv, generateCustomers());
    const said =
      kept === null ? message('cli.reset-data-same') : message('cli.reset-data', { backup: kept });
    io.print(io.translate(said));
    return 0;
  }
  const { name } = findExercise(word, graders);
  const stub = await readFile(join(project.stubs, `${name}.ts`), 'utf8');
  const kept = await restore(join(project.exercises, `${name}.ts`), stub);
  const said =
    kept === null
      ? message('cli.reset-same', { name })
      : message('cli.reset', { name, backup: kept });
  io.print(io.translate(said));
  return 0;
}

/** Writes the text; returns where the file that was there is kept, a dash for none, null if nothing was to do. */
async function restore(file: string, text: string): Promise<string | null> {
  const now = await readFile(file, 'utf8').catch(() => null);
  if (now === text) return null;
  await mkdir(dirname(file), { recursive: true });
  if (now === null) {
    await writeFile(file, text);
    return '—';
  }
  const folder = join(project.state, 'backups');
  const stamp = new Date().toISOString().replaceAll(':', '-');
  const extension = extname(file);
  const backup = join(folder, `${basename(file, extension)}.${stamp}${extension}`);
  await mkdir(folder, { recursive: true });
  await copyFile(file, backup);
  await writeFile(file, text);
  return relative(project.home, backup);
}
