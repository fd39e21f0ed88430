import { join, relative } from 'node:path';
import { graders } from '../../graders/index.ts';
import type { Grader } from '../judge/grader.ts';
import { message, type Sentence } from '../messages/sentence.ts';
import type { ExerciseResult } from '../report/result.ts';
import { againFor } from './one-exercise.ts';
import { pathOf } from './path-of.ts';
import { project } from './project.ts';
import { isUntouched, type Task } from './tasks.ts';

/** What came of an exercise, and the file that it was in. */
export interface Done {
  readonly task: Task;
  readonly result: ExerciseResult;
}

/**
 * Where to go on: with the first exercise that was tried and has not passed, else with the first that is to do; when all
 * have passed, with the next that was not begun, in the workshop's order.
 */
export async function onwardFrom(done: readonly Done[]): Promise<Sentence> {
  const open =
    done.find(({ result }) => result.kind === 'graded' && !result.verdict.passed) ??
    done.find(({ result }) => result.kind === 'to-do');
  if (open !== undefined) return goOn(open);
  const names = done.map(({ result }) => result.exercise);
  const others = graders.filter(({ name }) => !names.includes(name));
  if (others.length === 0) return message('report.all-done');
  const language = done[0]?.task.language ?? 'typescript';
  const last = names.at(-1) ?? '';
  const later = others.filter(({ name }) => name > last);
  for (const grader of [...later, ...others]) {
    if (await isUntouched(grader, language).catch(() => false)) return begin(grader, language);
  }
  const command = language === 'python' ? 'npm test -- --python' : 'npm test';
  return message('report.next-none', { command });
}

function goOn({ task: { file, language }, result }: Done): Sentence {
  const { kind, exercise: name } = result;
  if (kind === 'graded') {
    return message('report.hint-command', { command: `hint ${againFor({ name }, language)}` });
  }
  if (file === join(project.exercises, ...pathOf({ name }, language))) {
    return begin({ name }, language);
  }
  // A notebook is asked for by its name, as all that it holds is run together.
  const path = relative(project.home, file).replaceAll('\\', '/');
  return message('report.next-in', { name, path });
}

function begin(grader: Pick<Grader, 'name'>, language: Task['language']): Sentence {
  const path = ['exercises', ...pathOf(grader, language)].join('/');
  return message('report.next', { path, command: againFor(grader, language) });
}
