import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notebook, quickAnswer, quickPython } from '../cli/class-folder.ts';
import { pythonSolutionOf, solutionOf } from '../cli/scratch-project.ts';
import { hostileFolders, type Content } from './hostile-folders.ts';
import type { Attack } from './table.ts';

const SUBMISSIONS = fileURLToPath(new URL('submissions/', import.meta.url));

/** What the marks in attackers' files stand for: `@secret@`, `@canary@` and so on. */
export type Marks = Readonly<Record<string, string>>;

/** Correct submissions that are graded before, between and after attackers: ids in the order of the class. */
export const NEIGHBOURS = ['a00-alice', 'a18-amina', 'm00-marie', 'm05-noor', 'zoe'];

/** Of these, those who work in Python: a script for each exercise, and a notebook. */
const PYTHON: Readonly<Record<string, 'py' | 'ipynb'>> = { 'a18-amina': 'py', 'm05-noor': 'ipynb' };
/** What takes Python no ten seconds. */
const QUICK_IN_PYTHON = ['01-first-run', '12-batch-inference'];

/** A file of the corpus: `name.07.ts` is exercise 07 of `name`, and so is `name.07.py` or `name.07.ipynb`. */
export const FILE_NAME = /^(.+)\.(\d\d)\.(ts|py|ipynb)$/;

/** Every file of the corpus. */
export async function submissionFiles(): Promise<readonly string[]> {
  return (await readdir(SUBMISSIONS)).toSorted();
}

/** Writes a class folder of attackers and neighbours. @param exercises what neighbours hand in */
export async function writeClass(
  folder: string,
  attacks: readonly Attack[],
  exercises: readonly string[],
  marks: Marks,
): Promise<void> {
  const files: Record<string, Content> = {};
  for (const name of await submissionFiles()) {
    const [, student = '', number = '', extension = ''] = FILE_NAME.exec(name) ?? [];
    if (!attacks.some((attack) => attack.name === student)) continue;
    files[`${student}/${exerciseOf(number)}.${extension}`] = await readFile(
      join(SUBMISSIONS, name),
      'utf8',
    );
  }
  for (const [path, content] of Object.entries(hostileFolders())) {
    if (attacks.some(({ name }) => path.startsWith(`${name}/`) || path === `${name}.zip`))
      files[path] = content;
  }
  for (const neighbour of NEIGHBOURS) {
    const extension = PYTHON[neighbour];
    if (extension !== undefined) {
      const asked = QUICK_IN_PYTHON.filter((exercise) => exercises.includes(exercise));
      const sources = await Promise.all(asked.map(pythonAnswer));
      if (extension === 'ipynb') files[`${neighbour}/tp.ipynb`] = notebook(...sources);
      else asked.forEach((name, i) => (files[`${neighbour}/${name}.py`] = sources[i] ?? ''));
      continue;
    }
    for (const exercise of exercises) {
      // Starting a model server takes ten seconds.
      if (exercise === '11-serving' && neighbour !== 'zoe') continue;
      files[`${neighbour}/${exercise}.ts`] =
        exercise === '01-first-run' ? quickAnswer() : await solutionOf(exercise);
    }
  }
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    if (typeof content === 'string') await writeFile(file, filled(content, marks));
    else if (Buffer.isBuffer(content)) await writeFile(file, content);
    else await symlink(filled(content.linkTo, marks), file);
  }
}

async function pythonAnswer(exercise: string): Promise<string> {
  return exercise === '01-first-run' ? quickPython() : await pythonSolutionOf(exercise);
}

function exerciseOf(number: string): string {
  const name = [
    '01-first-run',
    '05-scaler',
    '07-gradient-boosting',
    '10-model-registry',
    '11-serving',
    '12-batch-inference',
  ].find((exercise) => exercise.startsWith(number));
  if (name === undefined) throw new Error(`no exercise ${number}`);
  return name;
}

function filled(text: string, marks: Marks): string {
  return Object.entries(marks).reduce(
    (done, [mark, value]) => done.replaceAll(`@${mark}@`, value),
    text,
  );
}
