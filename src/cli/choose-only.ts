import { terminalName } from '../exports/terminal-line.ts';
import { nearest } from '../judge/nearest.ts';
import { message } from '../messages/sentence.ts';
import type { Submission } from '../submissions/submission.ts';
import { ExitError } from './exit-error.ts';

/** The ids that names, ids or parts of them mean. @throws ExitError for one that means nobody */
export function chooseOnly(
  submissions: readonly Submission[],
  words: readonly string[] | undefined,
): ReadonlySet<string> | undefined {
  if (words === undefined) return undefined;
  const chosen = new Set<string>();
  for (const word of words) {
    const wanted = fold(word);
    const exact = submissions.filter(({ id, name }) => id === word || fold(name) === wanted);
    const found =
      exact.length > 0
        ? exact
        : submissions.filter(({ id, name }) => id.includes(word) || fold(name).includes(wanted));
    if (found.length === 0) throw unknown(word, submissions);
    for (const { id } of found) chosen.add(id);
  }
  return chosen;
}

function unknown(name: string, submissions: readonly Submission[]): ExitError {
  const near = nearest(
    name,
    submissions.flatMap((submission) => [submission.id, submission.name]),
  );
  return new ExitError(
    1,
    near === null
      ? message('grade.unknown-name', { name })
      : message('grade.unknown-name-near', { name, near: terminalName(near) }),
  );
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
