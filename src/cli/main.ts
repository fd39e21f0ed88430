import { defineCommand, runCommand } from 'citty';
import { nearest } from '../judge/nearest.ts';
import { message } from '../messages/sentence.ts';
import { command, orExplain, PYTHON, TIMEOUT } from './command.ts';
import { createConsole, refuseLanguage } from './console.ts';
import { ExitError } from './exit-error.ts';
import { GRADE_ARGUMENTS } from './grade-arguments.ts';
import { startAhead } from './submission-process.ts';

const commands = {
  test: command(
    'grade exercises: all touched ones, or those named',
    async (io) => {
      const python = rawArgs.some((word) => /^--python$|\.(py|ipynb)$/.test(word));
      const children = startAhead(io.env, !python);
      const { test } = await import('./commands/test.ts').catch((error: unknown) => {
        children[Symbol.dispose]();
        throw error;
      });
      return (words, _io, options) => test(words, io, options, children);
    },
    { ...TIMEOUT, ...PYTHON },
  ),
  watch: command(
    'grade an exercise each time it is saved',
    async () => (await import('./commands/watch.ts')).watch,
    { ...TIMEOUT, ...PYTHON },
  ),
  grade: command(
    'grade what a class handed in',
    async () => (await import('./commands/grade.ts')).grade,
    GRADE_ARGUMENTS,
  ),
  package: command(
    'what another platform takes as its autograder',
    async () => (await import('./commands/package.ts')).packageFor,
    { exercises: { type: 'string' }, out: { type: 'string' } },
  ),
  hint: command(
    'the next hint of an exercise',
    async () => (await import('./commands/hint.ts')).hint,
    PYTHON,
  ),
  solution: command(
    'show the reference solution',
    async () => (await import('./commands/solution.ts')).solution,
    PYTHON,
  ),
  reset: command(
    'an exercise as it was handed out',
    async () => (await import('./commands/reset.ts')).reset,
    PYTHON,
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
  'bench:class': command(
    'grading a class against its bars',
    async () => (await import('./commands/bench.ts')).benchClass,
  ),
  'bench:python': command(
    'grading notebooks against other graders',
    async () => (await import('./commands/bench.ts')).benchPython,
  ),
  mlflow: command(
    'start, status or stop of the shared MLflow',
    async () => (await import('./commands/mlflow.ts')).mlflow,
    { of: { type: 'string' } },
  ),
};

const rawArgs = process.argv.slice(2);
const [name = 'help'] = rawArgs;
if (name === 'help' || rawArgs.some((word) => word === '--help' || word === '-h')) {
  const [lang] = rawArgs.flatMap((word) => /^--lang=(.*)$/.exec(word)?.slice(1) ?? []);
  const io = await createConsole(lang);
  await orExplain(io, async () => {
    refuseLanguage(lang, io.env);
    io.print(io.translate(message('cli.help')));
    return 0;
  });
} else if (Object.hasOwn(commands, name)) {
  await runCommand(defineCommand({ subCommands: commands }), { rawArgs });
} else {
  const io = await createConsole();
  await orExplain(io, async () => {
    refuseLanguage(undefined, io.env);
    const names = Object.keys(commands);
    const near = nearest(name, names);
    throw new ExitError(
      1,
      near === null
        ? message('cli.unknown-command', { name, names: names.join(', ') })
        : message('cli.unknown-command-near', { name, near }),
    );
  });
}
