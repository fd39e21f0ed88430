import { defineCommand, type ArgsDef } from 'citty';
import { message } from '../messages/sentence.ts';
import { createConsole, refuseLanguage, type Console } from './console.ts';
import { ExitError } from './exit-error.ts';
import { explain } from './explain.ts';
import { exitOnSignals } from './on-signals.ts';
import { refuseSwallowed } from './swallowed.ts';

/** The words after the command's name, and its options as they were typed. */
type Action = (
  words: readonly string[],
  io: Console,
  options: Readonly<Record<string, string | undefined>>,
) => Promise<0 | 1 | 2>;

/** `fr` or `en`; the locale decides when it is not given. */
const LANGUAGE = { lang: { type: 'string' } } as const;
/** Seconds that a submission may take. */
export const TIMEOUT = { timeout: { type: 'string' } } as const;
/** The exercises in Python, not those in TypeScript. */
export const PYTHON = { python: { type: 'boolean' } } as const;

/** A command of ours as citty sees it: loaded only when it is called, its result the exit status. */
export function command(
  description: string,
  load: (io: Console) => Promise<Action>,
  more: ArgsDef = {},
) {
  const args = { ...LANGUAGE, ...more };
  return defineCommand({
    meta: { description },
    args,
    async run({ args: { _: words, ...options } }) {
      const io = await createConsole(options.lang);
      exitOnSignals();
      await orExplain(io, async () => {
        refuseLanguage(options.lang, io.env);
        refuseUnknown(Object.keys(options), args);
        refuseEmpty(options, args);
        refuseSwallowed(process.argv[2] ?? '', words, options, args, io.env);
        const action = await load(io);
        const given = Object.entries(options).map(
          ([name, value]) => [name, String(value)] as const,
        );
        return await action(words, io, Object.fromEntries(given));
      });
    },
  });
}

/** Runs it; an error becomes one sentence on the error output and the exit status. */
export async function orExplain(io: Console, act: () => Promise<0 | 1 | 2>): Promise<void> {
  try {
    process.exitCode = await act();
  } catch (error) {
    io.quiet();
    const { sentence, status } = explain(error);
    process.stderr.write(`${io.translate(sentence)}\n`);
    if (io.env['DEBUG'] !== undefined) process.stderr.write(`${String(error)}\n`);
    process.exitCode = status;
  }
}

/** @throws ExitError naming an option that the command does not have */
function refuseUnknown(given: readonly string[], args: ArgsDef): void {
  // citty gives `--allow-decrease` under both spellings.
  const strange = given.find((name) => !Object.hasOwn(args, kebab(name)));
  if (strange === undefined) return;
  const options = Object.entries(args)
    // What is on by itself can only be switched off.
    .map(([name, { default: on }]) => (on === true ? `--no-${name}` : `--${name}`))
    .join(', ');
  throw new ExitError(1, message('cli.unknown-option', { name: strange, options }));
}

/** @throws ExitError naming an option that was typed without the value it needs */
function refuseEmpty(given: Readonly<Record<string, unknown>>, args: ArgsDef): void {
  for (const [name, { type }] of Object.entries(args)) {
    const value = given[name];
    // Without a value citty gives none, or the option that follows.
    if (type === 'string' && typeof value === 'string' && /^(--|$)/.test(value))
      throw new ExitError(1, message('cli.needs-value', { name }));
  }
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
