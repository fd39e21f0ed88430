import { extname } from 'node:path';
import type { Grader } from '../judge/grader.ts';
import { nearest } from '../judge/nearest.ts';
import { ExitError } from './exit-error.ts';
import { message } from '../messages/sentence.ts';

/**
 * The graders that words such as `07`, `7` or `07-gradient-boosting` mean; all for no words.
 *
 * @throws ExitError for an unknown name, with the nearest one
 */
export function findExercises(
  words: readonly string[],
  graders: readonly Grader[],
): readonly Grader[] {
  return words.length === 0 ? graders : words.map((word) => findExercise(word, graders));
}

export function findExercise(word: string, graders: readonly Grader[]): Grader {
  const file = word.replace(/^.*[/\\]/, '').replace(/\.ts$/, '');
  const plain = file.endsWith('.py') ? file.slice(0, -'.py'.length).replaceAll('_', '-') : file;
  const number = /^\d{1,2}$/.test(plain) ? plain.padStart(2, '0') : null;
  const found = graders.find(({ name }) =>
    number === null ? name === plain : name.startsWith(`${number}-`),
  );
  if (found !== undefined) return found;
  const names = graders.map(({ name }) => name);
  const suggestion =
    nearest(plain, names) ??
    nearest(
      plain,
      names.map((name) => name.slice(3)),
    );
  const near = names.find((name) => name === suggestion || name.slice(3) === suggestion);
  if (near === undefined && extname(word) !== '')
    throw new ExitError(1, message('cli.missing-file', { file: word }));
  throw new ExitError(
    1,
    near === undefined
      ? message('cli.unknown-exercise', { name: word, names: names.join(', ') })
      : message('cli.unknown-exercise-near', { name: word, near }),
  );
}
