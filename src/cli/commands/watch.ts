import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { graders } from '../../../graders/index.ts';
import { message } from '../../messages/sentence.ts';
import type { Console } from '../console.ts';
import { explain } from '../explain.ts';
import { NOTEBOOK, pathOf } from '../path-of.ts';
import { project } from '../project.ts';
import { startAhead } from '../submission-process.ts';
import { test, type TestOptions } from './test.ts';

/** `npm run watch`: grades an exercise (or the notebook) each time a change is saved, until interrupted. */
export async function watch(
  words: readonly string[],
  io: Console,
  options: TestOptions,
): Promise<0> {
  const language = options.python === 'true' ? 'python' : 'typescript';
  const paths = graders.map((grader) => pathOf(grader, language));
  const all = language === 'python' ? [...paths, NOTEBOOK] : paths;
  const known = new Set(all.map((path) => join(project.exercises, ...path)));
  const waiting = new Set<string>();
  /** What was graded last. Editors write a file twice, or in another's place: one save makes several events. */
  const graded = new Map<string, string>();
  let busy = false;

  async function gradeWaiting(): Promise<void> {
    if (busy) return;
    busy = true;
    let isNew = false;
    for (const file of waiting) {
      waiting.delete(file);
      const content = await readFile(file, 'base64').catch(() => '');
      if (graded.get(file) === content) continue;
      graded.set(file, content);
      isNew = true;
      try {
        await test([file], io, options, startAhead(io.env, language === 'typescript'));
      } catch (error) {
        graded.delete(file);
        io.print(io.translate(explain(error).sentence));
      }
    }
    busy = false;
    if (isNew) io.print(io.translate(message('cli.watching')));
  }

  if (words.length > 0) await test(words, io, options);
  const folder = language === 'python' ? 'python' : '.';
  const watcher = watchFiles(join(project.exercises, folder), {
    ignoreInitial: true,
    depth: 0,
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
  });
  for (const event of ['change', 'add'] as const) {
    watcher.on(event, (path) => {
      if (!known.has(path)) return;
      waiting.add(path);
      void gradeWaiting();
    });
  }
  // What is saved before it looks is not seen.
  watcher.once('ready', () => io.print(io.translate(message('cli.watching'))));
  // To interrupt it is the way to end it, and no failure.
  process.prependOnceListener('SIGINT', () => process.exit(0));
  return await new Promise<never>(() => undefined);
}
