import { defineCommand, runCommand } from 'citty';
import { createConsole, type Console } from './console.ts';
import { explain } from './explain.ts';

/** The words after the command's name. */
type Action = (words: readonly string[], io: Console) => Promise<0 | 1 | 2>;

const language = {
  lang: { type: 'string', description: 'fr or en; the locale decides when it is not given' },
} as const;

/** A command of ours as citty sees it: loaded only when it is called, its result the exit status. */
function command(description: string, load: () => Promise<Action>) {
  return defineCommand({
    meta: { description },
    args: language,
    async run({ args }) {
      const io = createConsole(args.lang);
      try {
        const action = await load();
        process.exitCode = await action(args._, io);
      } catch (error) {
        io.quiet();
        const { sentence, status } = explain(error);
        process.stderr.write(`${io.translate(sentence)}\n`);
        if (io.env['DEBUG'] !== undefined) process.stderr.write(`${String(error)}\n`);
        process.exitCode = status;
      }
    },
  });
}

const main = defineCommand({
  meta: { name: 'workshop', description: 'Du Chaos à MLflow: exercises checked on a real MLflow' },
  subCommands: {
    test: command(
      'grade exercises: all touched ones, or those named',
      async () => (await import('./commands/test.ts')).test,
    ),
    watch: command(
      'grade an exercise each time it is saved',
      async () => (await import('./commands/watch.ts')).watch,
    ),
    hint: command(
      'the next hint of an exercise',
      async () => (await import('./commands/hint.ts')).hint,
    ),
    solution: command(
      'show the reference solution',
      async () => (await import('./commands/solution.ts')).solution,
    ),
    reset: command(
      'an exercise as it was handed out',
      async () => (await import('./commands/reset.ts')).reset,
    ),
    doctor: command('where MLflow comes from, and why', async () => {
      const { doctor } = await import('./commands/doctor.ts');
      return async (_words, io) => await doctor(io);
    }),
    replay: command(
      'judge a kept snapshot again',
      async () => (await import('./commands/replay.ts')).replay,
    ),
    check: command(
      'types, lint, format, dead code and unit tests',
      async () => (await import('./commands/verify.ts')).check,
    ),
    verify: command(
      'every check and test, with coverage',
      async () => (await import('./commands/verify.ts')).verify,
    ),
    law: command(
      'every stub, solution and wrong answer against every check',
      async () => (await import('./commands/verify.ts')).law,
    ),
    bench: command(
      'speed against its bars, as ratios',
      async () => (await import('./commands/bench.ts')).bench,
    ),
    mlflow: command(
      'start, status or stop of the shared MLflow',
      async () => (await import('./commands/mlflow.ts')).mlflow,
    ),
  },
});

// citty's own failures (an unknown command) are the caller's.
await runCommand(main, { rawArgs: process.argv.slice(2) }).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
