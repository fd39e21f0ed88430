import type { ArgsDef } from 'citty';
import { message } from '../messages/sentence.ts';
import type { Console } from './console.ts';
import { ExitError } from './exit-error.ts';

/**
 * npm takes options that stand before `--` for its own, and hands them on in its environment only: the command would do
 * something else than was asked.
 *
 * @param given what reached the command all the same
 * @throws ExitError with the command as it has to be typed
 * @see https://docs.npmjs.com/cli/commands/npm-run#description
 */
export function refuseSwallowed(
  name: string,
  words: readonly string[],
  given: Readonly<Record<string, unknown>>,
  args: ArgsDef,
  env: Console['env'],
): void {
  // A command that another script of npm's starts has that one's options about it.
  if (env['npm_lifecycle_event'] !== name) return;
  const typed = Object.entries(args).flatMap(([option, { type, default: on }]) => {
    if (type !== 'boolean') return stringOf(option, words, given, env) ?? [];
    const value = env[`npm_config_${option.replaceAll('-', '_')}`];
    if (on === true) return given[option] === true && isOff(value) ? `--no-${option}` : [];
    // A path is npm's own `python`, for node-gyp.
    return value === 'true' && given[option] !== true ? `--${option}` : [];
  });
  if (typed.length === 0) return;
  const said = new Set(typed.flatMap((option) => /^--lang=(.*)$/.exec(option)?.[1] ?? []));
  const own = words.filter((word) => !said.has(word));
  const rest = Object.entries(given).flatMap(([option, value]) =>
    option in args && typeof value === 'string' ? `--${option}=${value}` : [],
  );
  const script = name === 'test' ? 'npm test' : `npm run ${name}`;
  const command = [script, ...own, '--', ...typed, ...rest].join(' ');
  throw new ExitError(1, message('cli.swallowed', { options: typed.join(', '), command }));
}

const isOff = (value: string | undefined) => value === '' || value === 'false';

function stringOf(
  option: string,
  words: readonly string[],
  given: Readonly<Record<string, unknown>>,
  env: Console['env'],
): string | null {
  if (given[option] !== undefined) return null;
  // npm reads `--lang=fr` as `-l -a -n -g`, and leaves the value among the words.
  if (option === 'lang' && env['npm_config_long'] === 'true') {
    const language = words.find((word) => /^(?:fr|en)$/.test(word));
    return language === undefined ? null : `--lang=${language}`;
  }
  const value = env[`npm_config_${option.replaceAll('-', '_')}`];
  if (value === undefined || value === '') return null;
  // `--out FOLDER`: the value stays among the words.
  return value === 'true' ? `--${option}=…` : `--${option}=${value}`;
}
