import type { Plan } from '../bulk/plan.ts';
import { terminalName } from '../exports/terminal-line.ts';
import { message } from '../messages/sentence.ts';
import { secondCopies } from '../submissions/one-persons-work.ts';
import type { ClassRead } from '../submissions/read-submissions.ts';
import type { Console } from './console.ts';

/** How many things of the class folder that are nobody's are named. */
const PASSED_OVER = 10;

/** Says before a class is graded what of its folder is nobody's, and what is kept of what was graded before. */
export function sayBeforehand({ submissions, ignored }: ClassRead, plan: Plan, io: Console): void {
  for (const { why } of ignored.slice(0, PASSED_OVER))
    io.print(io.translate(message('grade.passed-over', { why: io.translate(why) })));
  if (ignored.length > PASSED_OVER) {
    const count = ignored.length - PASSED_OVER;
    io.print(io.translate(message('submission.more-ignored', { count })));
  }
  const copies = secondCopies(submissions.map(({ name }) => name));
  if (copies.length > 0) {
    const named = copies.slice(0, PASSED_OVER).map(terminalName);
    const names = [...named, ...(copies.length > PASSED_OVER ? ['…'] : [])].join(', ');
    io.print(io.translate(message('grade.copies', { names })));
  }
  if (plan.kept.length > 0)
    io.print(io.translate(message('grade.kept', { count: plan.kept.length })));
  if (plan.outdated > 0)
    io.print(io.translate(message('grade.outdated', { count: plan.outdated })));
}
