import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { graders } from '../../graders/index.ts';
import { isAnswered, isUntouched as isUntouchedIn, sameProgram } from '../bulk/stubs.ts';
import type { Work } from '../grade.ts';
import type { Grader } from '../judge/grader.ts';
import { holdsExercise } from '../judge/holds.ts';
import { message } from '../messages/sentence.ts';
import { isNotebookFile } from '../notebooks/read-cells.ts';
import { codeOf } from '../submissions/code-of.ts';
import { ExitError } from './exit-error.ts';
import { findExercise, findExercises } from './find-exercise.ts';
import { againFor } from './one-exercise.ts';
import { pathOf } from './path-of.ts';
import { project } from './project.ts';
import { readStubs } from './read-stubs.ts';

/** A file that `npm test` looks at. */
export interface Task extends Work {
  /** Named by the student: graded even when untouched. */
  readonly named: boolean;
}

type Language = Work['language'];

/** Endings of files that are run by Python. */
const PYTHON = ['.py', '.ipynb'];

/**
 * The files that words mean: the exercises of a language, those that are named, or lone files; all exercises for none.
 *
 * @throws ExitError for a word that means nothing, and a file that is gone, before anything is started
 */
export async function toTasks(
  words: readonly string[],
  python: string | undefined,
): Promise<Task[]> {
  const language = python === 'true' ? 'python' : 'typescript';
  const tasks =
    words.length === 0
      ? findExercises([], graders).map((grader) => taskOf(grader, language, false))
      : await Promise.all(words.map(async (word) => await toTask(word, language)));
  for (const task of tasks) await refuseMissing(task);
  return tasks;
}

async function toTask(word: string, language: Language): Promise<Task> {
  const isPython = PYTHON.includes(extname(word));
  const isFile = (isPython || word.endsWith('.ts')) && (await exists(resolve(word)));
  if (isFile && isPython) return await toPythonTask(word);
  const missing = () => new ExitError(1, message('cli.missing-file', { file: word }));
  if (extname(word) === '.ipynb') throw missing();
  if (!isFile && isPath(word) && (await exists(resolve(word))))
    throw new ExitError(1, message('cli.no-program', { file: word }));
  // A path means that file: another one must not be graded in its stead.
  if (!isFile && basename(word) !== word) throw missing();
  const grader = findExercise(basename(word), graders);
  const task = taskOf(grader, isPython ? 'python' : language, true);
  return isFile ? { ...task, file: resolve(word) } : task;
}

/** A number such as `07` may be the name of a folder, too; what has an ending or a folder in front is a path. */
function isPath(word: string): boolean {
  return basename(word) !== word || extname(word) !== '';
}

/** A Python file is the exercise that its name says, else every exercise that it holds, as handed out or not. */
async function toPythonTask(word: string): Promise<Task> {
  const name = basename(word, extname(word)).replaceAll('_', '-');
  const file = resolve(word);
  const named = graders.find((grader) => grader.name === name);
  if (named !== undefined) return { ...taskOf(named, 'python', true), file };
  const kind = extname(word) === '.ipynb' ? 'notebook' : 'python';
  const text = await readFile(file, 'utf8');
  const code = codeOf(kind, text);
  const holds = holdsExercise(graders);
  const stubs = await readStubs(graders);
  const held = graders.filter(
    ({ name }) =>
      holds(name, code) > 0 ||
      isAnswered(name, kind, text, stubs) ||
      isUntouchedIn(name, kind, text, stubs),
  );
  if (held.length === 0) {
    const why = kind === 'notebook' && !isNotebookFile(text) ? 'damaged-notebook' : 'holds-none';
    throw new ExitError(1, message(`submission.${why}`, { file: word }));
  }
  return { file, language: 'python', graders: held, part: held.length > 1, named: false };
}

function taskOf(grader: Grader, language: Language, named: boolean): Task {
  const file = join(project.exercises, ...pathOf(grader, language));
  return { file, language, graders: [grader], part: false, named };
}

async function refuseMissing({ graders: [grader], file, language }: Task): Promise<void> {
  if (grader === undefined || (await exists(file))) return;
  const path = ['exercises', ...pathOf(grader, language)].join('/');
  const command = againFor(grader, language);
  throw new ExitError(1, message('cli.missing-exercise', { file: path, command }));
}

/** Whether the file of an exercise is as it was handed out, but for what an editor does to a file by itself. */
export async function isUntouched(
  grader: Pick<Grader, 'name'>,
  language: Language,
): Promise<boolean> {
  const path = pathOf(grader, language);
  const [now, before] = await Promise.all([
    readFile(join(project.exercises, ...path), 'utf8'),
    readFile(join(project.stubs, ...path), 'utf8'),
  ]);
  return sameProgram(now, before);
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
