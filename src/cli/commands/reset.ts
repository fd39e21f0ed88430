import { cp, lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, basename, join, relative } from 'node:path';
import { message } from '../../messages/sentence.ts';
import { generateCustomers } from '../../workshop/data/generate-customers.ts';
import type { Console } from '../console.ts';
import { oneExercise, onlyWord, type OneOptions } from '../one-exercise.ts';
import { NOTEBOOK, pathOf } from '../path-of.ts';
import { project } from '../project.ts';

/** `npm run reset 07`: the exercise as it was handed out; `reset workshop`: the notebook; `reset data`: the customers' file. */
export async function reset(
  words: readonly string[],
  io: Console,
  options: OneOptions = {},
): Promise<0> {
  const word = onlyWord(words, 'reset');
  if (word === 'data') {
    const kept = await restore(project.csv, generateCustomers());
    const said =
      kept === null ? message('cli.reset-data-same') : message('cli.reset-data', { backup: kept });
    io.print(io.translate(said));
    return 0;
  }
  const path = resetPath(word, options);
  const stub = await readFile(join(project.stubs, ...path), 'utf8');
  const kept = await restore(join(project.exercises, ...path), stub);
  const file = ['exercises', ...path].join('/');
  const said =
    kept === null
      ? message('cli.reset-same', { file })
      : message('cli.reset', { file, backup: kept });
  io.print(io.translate(said));
  return 0;
}

/** Below the folder of the exercises. */
function resetPath(word: string, options: OneOptions): readonly string[] {
  if (/^workshop(?:\.ipynb)?$/.test(basename(word))) return NOTEBOOK;
  const { grader, language } = oneExercise(word, options);
  return pathOf(grader, language);
}

/** Writes the text; returns where the file that was there is kept, a dash for none, null if nothing was to do. */
async function restore(file: string, text: string): Promise<string | null> {
  const now = await readFile(file, 'utf8').catch(() => null);
  if (now === text) return null;
  await mkdir(dirname(file), { recursive: true });
  if (now === null && !(await isThere(file))) {
    await writeFile(file, text);
    return '—';
  }
  const folder = join(project.state, 'backups');
  const stamp = new Date().toISOString().replaceAll(':', '-');
  const extension = extname(file);
  const backup = join(folder, `${basename(file, extension)}.${stamp}${extension}`);
  await mkdir(folder, { recursive: true });
  // A folder may be there in the file's place.
  await cp(file, backup, { recursive: true });
  await rm(file, { recursive: true });
  await writeFile(file, text);
  return relative(project.home, backup);
}

async function isThere(file: string): Promise<boolean> {
  return await lstat(file).then(
    () => true,
    () => false,
  );
}
