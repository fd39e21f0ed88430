import { basename } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { graders } from '../../../graders/index.ts';
import { message } from '../../messages/sentence.ts';
import type { Console } from '../console.ts';
import { explain } from '../explain.ts';
import { project } from '../project.ts';
import { test, type TestOptions } from './test.ts';

/** `npm run watch`: grades an exercise each time it is saved, until interrupted. */
export async function watch(
  words: readonly string[],
  io: Console,
  options: TestOptions,
): Promise<0> {
  const known = new Set(graders.map(({ name }) => `${name}.ts`));
  const waiting = new Set<string>();
  let busy = false;

  async function gradeWaiting(): Promise<void> {
    if (busy) return;
    busy = true;
    for (const name of waiting) {
      waiting.delete(name);
      try {
        await test([name], io, options);
      } catch (error) {
        io.print(io.translate(explain(error).sentence));
      }
    }
    busy = false;
    io.print(io.translate(message('cli.watching')));
  }

  if (words.length > 0) await test(words, io, options);
  const watcher = watchFiles(project.exercises, {
    ignoreInitial: true,
    depth: 0,
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
  });
  for (const event of ['change', 'add'] as const) {
    watcher.on(event, (path) => {
      if (!known.has(basename(path))) return;
      waiting.add(basename(path, '.ts'));
      void gradeWaiting();
    });
  }
  // What is saved before it looks is not seen.
  watcher.once('ready', () => io.print(io.translate(message('cli.watching'))));
  // To interrupt it is the way to end it, and no failure.
  process.prependOnceListener('SIGINT', () => process.exit(0));
  return await new Promise<never>(() => undefined);
}
