import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { graders } from '../../graders/index.ts';
import type { Grader } from '../judge/grader.ts';
import { message, type Sentence } from '../messages/sentence.ts';
import { project } from './project.ts';

/** Where to go on when these exercises have passed: the next that was not begun, in the workshop's order. */
export async function onwardFrom(done: readonly Grader[]): Promise<Sentence> {
  const others = graders.filter((grader) => !done.includes(grader));
  if (others.length === 0) return message('report.all-done');
  const last = done.at(-1)?.name ?? '';
  const later = others.filter(({ name }) => name > last);
  for (const { name } of [...later, ...others]) {
    if (await isUntouched(name).catch(() => false)) return nextIs(name);
  }
  return message('report.next-none');
}

/** Whether an exercise is as it was handed out, but for what an editor does to a file by itself. */
export async function isUntouched(name: string): Promise<boolean> {
  const [now, before] = await Promise.all([
    readFile(join(project.exercises, `${name}.ts`), 'utf8'),
    readFile(join(project.stubs, `${name}.ts`), 'utf8'),
  ]);
  return plain(now) === plain(before);
}

/** Without a byte-order mark and a carriage return in each line. */
function plain(text: string): string {
  return text.replace(/^\u{FEFF}/u, '').replaceAll('\r\n', '\n');
}

function nextIs(name: string): Sentence {
  return message('report.next', { name, number: name.slice(0, 2) });
}
