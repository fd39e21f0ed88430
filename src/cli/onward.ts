import { graders } from '../../graders/index.ts';
import type { Work } from '../grade.ts';
import type { Grader } from '../judge/grader.ts';
import { message, type Sentence } from '../messages/sentence.ts';
import { isUntouched, pathOf } from './tasks.ts';

/** Where to go on when these exercises have passed: the next that was not begun, in the workshop's order. */
export async function onwardFrom(
  done: readonly Grader[],
  language: Work['language'],
): Promise<Sentence> {
  const others = graders.filter((grader) => !done.includes(grader));
  if (others.length === 0) return message('report.all-done');
  const last = done.at(-1)?.name ?? '';
  const later = others.filter(({ name }) => name > last);
  for (const grader of [...later, ...others]) {
    if (await isUntouched(grader, language).catch(() => false)) return nextIs(grader, language);
  }
  return message('report.next-none');
}

function nextIs(grader: Grader, language: Work['language']): Sentence {
  const number = grader.name.slice(0, 2);
  const command = language === 'python' ? `${number} -- --python` : number;
  return message('report.next', { path: pathOf(grader, language).join('/'), command });
}
