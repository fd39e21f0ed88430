import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { graders } from '../../../graders/index.ts';
import { message } from '../../messages/sentence.ts';
import type { Console } from '../console.ts';
import { findExercise } from '../find-exercise.ts';
import { project } from '../project.ts';
import { onlyWord } from './hint.ts';

/** `npm run reset 07`: the exercise as it was handed out; what the student wrote is kept aside. */
export async function reset(words: readonly string[], io: Console): Promise<0> {
  const { name } = findExercise(onlyWord(words, 'reset'), graders);
  const file = join(project.exercises, `${name}.ts`);
  const stub = join(project.stubs, `${name}.ts`);
  const now = await readFile(file, 'utf8').catch(() => null);
  if (now === (await readFile(stub, 'utf8'))) {
    io.print(io.translate(message('cli.reset-same', { name })));
    return 0;
  }
  const folder = join(project.state, 'backups');
  const stamp = new Date().toISOString().replaceAll(':', '-');
  const backup = join(folder, `${name}.${stamp}.ts`);
  await mkdir(folder, { recursive: true });
  if (now !== null) await copyFile(file, backup);
  await copyFile(stub, file);
  const kept = now === null ? '—' : relative(project.home, backup);
  io.print(io.translate(message('cli.reset', { name, backup: kept })));
  return 0;
}
