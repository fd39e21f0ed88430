import type { Ora } from 'ora';
import {
  createTranslator,
  languageOf,
  toLanguage,
  type Translate,
} from '../messages/translator.ts';
import { message, type Language } from '../messages/sentence.ts';
import { ExitError } from './exit-error.ts';

/** Everything that the commands take from their surroundings, in one place. */
export interface Console {
  readonly language: Language;
  readonly translate: Translate;
  readonly color: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  print(text: string): void;
  /** Shows that something is under way; plain lines where there is no terminal. */
  progress(text: string): void;
  /** One plain line, only where there is no terminal to show progress on. */
  log(text: string): void;
  /** Ends the progress line. */
  quiet(): void;
}

/** @param lang as typed after `--lang`; when it is absent, or no language of ours, the environment decides */
export async function createConsole(lang?: string): Promise<Console> {
  const { env, stdout, stderr } = process;
  const language =
    toLanguage(lang ?? '') ??
    toLanguage(env['WORKSHOP_LANG'] ?? '') ??
    languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
  // Some terminals (containers, editors) do not know their width: there a spinner never ends a turn.
  const turns = stderr.isTTY && stderr.columns > 0 && env['CI'] === undefined;
  const spinner = turns ? await createSpinner(stderr) : null;
  return {
    language,
    translate: createTranslator(language),
    color: env['NO_COLOR'] === undefined && (stdout.isTTY || env['FORCE_COLOR'] !== undefined),
    env,
    print(text) {
      spinner?.stop();
      stdout.write(`${text}\n`);
    },
    progress(text) {
      spinner?.start(text);
    },
    log(text) {
      if (spinner === null) stderr.write(`${text}\n`);
    },
    quiet() {
      spinner?.stop();
    },
  };
}

/** @throws ExitError when `--lang`, or else WORKSHOP_LANG, asks for a language that we do not speak */
export function refuseLanguage(lang: string | undefined, env: Console['env']): void {
  const [name, value = ''] =
    lang === undefined ? ['WORKSHOP_LANG', env['WORKSHOP_LANG']] : ['--lang', lang];
  if ((lang === undefined && value === '') || toLanguage(value) !== null) return;
  throw new ExitError(1, message('cli.unknown-language', { asked: `${name}=${value}` }));
}

/** Loaded only where there is a terminal to show it on; 40 ms. */
async function createSpinner(stream: NodeJS.WriteStream): Promise<Ora> {
  const { default: ora } = await import('ora');
  return ora({
    stream,
    // What it does to discard typing takes Ctrl+C with it: no signal comes any more.
    discardStdin: false,
    // To show the cursor again at the end it takes the place of proper-lockfile, whose locks would then stay
    // after Ctrl+C: the next command would wait ten seconds for nobody.
    hideCursor: false,
  });
}
