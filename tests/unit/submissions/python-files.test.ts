import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { graders } from '../../../graders/index.ts';
import { isAnswered, isUntouched } from '../../../src/bulk/stubs.ts';
import { readStubs } from '../../../src/cli/read-stubs.ts';
import { holdsExercise } from '../../../src/judge/holds.ts';
import type { Kind, Submission } from '../../../src/submissions/submission.ts';
import { CODE, english, folderWith, newFolder, read, zipOf } from './make-class.ts';

const root = join(import.meta.dirname, '../../..');
const stubs = await readStubs(graders);
const exercises = graders.map(({ name }) => name);
const options = {
  exercises,
  holds: holdsExercise(graders),
  isAnswered: (exercise: string, kind: Kind, text: string) =>
    isAnswered(exercise, kind, text, stubs),
  isUntouched: (exercise: string, kind: Kind, text: string) =>
    isUntouched(exercise, kind, text, stubs),
};
const solved = readFileSync(join(root, 'solutions/python/workshop.ipynb'), 'utf8');

/** The folder of a student called Marie who handed in the workshop as it was handed out. */
function workshop(): string {
  const folder = join(newFolder(), 'marie');
  for (const part of ['graders', 'solutions', '.stubs']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  cpSync(join(root, '.stubs'), join(folder, 'exercises'), { recursive: true });
  return folder;
}

/** Exercise by exercise: the name of the file of Marie's that is taken. */
async function taken(folder: string): Promise<Record<string, string>> {
  const { files } = await marie(folder);
  return Object.fromEntries(
    exercises.map((name) => [name.slice(0, 2), files[name]?.source.split('/').at(-1) ?? 'none']),
  );
}

/** What is read of her, who need not be alone. */
async function marie(folder: string): Promise<Submission> {
  const { submissions } = await read(folder, options);
  const found = submissions.find(({ id }) => id === 'marie');
  if (found === undefined) throw new Error('nobody is called Marie');
  return found;
}

function notebook(...cells: readonly (readonly ['code' | 'markdown', string])[]): string {
  return JSON.stringify({
    cells: cells.map(([cell_type, source]) => ({
      cell_type,
      source,
      outputs: [{ text: 'mon-premier-run-mlflow exemple-metriques-multiples' }],
    })),
  });
}

const run = (name: string) => ['code', `mlflow.start_run(run_name="${name}")`] as const;

test('in a copy of the workshop a file that was touched comes before the others, whatever its language', async () => {
  const folder = workshop();
  const before = await taken(folder);
  expect(before['07']).toBe('07-gradient-boosting.ts');

  writeFileSync(join(folder, 'exercises/07-gradient-boosting.ts'), CODE);
  writeFileSync(join(folder, 'exercises/python/09_best_model.py'), 'import mlflow');
  const cells = JSON.parse(solved);
  const stub = JSON.parse(stubs.notebook);
  const isOf = (number: string) => (cell: { id: string }) => cell.id.startsWith(number);
  const own = stub.cells.map((cell: { id: string }) =>
    isOf('03-')(cell) || isOf('11-')(cell)
      ? cells.cells.find(({ id }: { id: string }) => id === cell.id)
      : cell,
  );
  writeFileSync(
    join(folder, 'exercises/python/workshop.ipynb'),
    JSON.stringify({ ...stub, cells: own }),
  );
  expect(await taken(folder)).toEqual({
    ...before,
    '03': 'workshop.ipynb',
    '07': '07-gradient-boosting.ts',
    '09': '09_best_model.py',
    '11': 'workshop.ipynb',
  });
  const submission = await marie(folder);
  const paths = Object.values(submission.files).map(({ path }) => basename(path));
  expect(paths).toContain('file-1.ipynb');
  expect(paths).toContain('09-best-model.py');
  // What is as it was handed out is not worth a word.
  expect(submission.ignored.map(({ path }) => path)).toEqual(['.stubs', 'graders', 'solutions']);
});

test('an answer below its heading counts whatever it calls, and no other exercise with it', async () => {
  const stub = JSON.parse(stubs.notebook);
  const cells = stub.cells.flatMap((cell: { id: string }) =>
    cell.id === '06-1'
      ? { id: 'mine', cell_type: 'code', source: ['best_runs = [run_a, run_b]'] }
      : /^0[5789]|^1/.test(cell.id)
        ? []
        : cell,
  );
  const folder = folderWith({
    'paul/part3.ipynb': notebook(run('exercice-gradient-boosting')),
    'marie/mine.ipynb': JSON.stringify({ ...stub, cells }),
  });
  expect(await taken(folder)).toMatchObject({
    '04': 'mine.ipynb',
    '05': 'none',
    '06': 'mine.ipynb',
    '09': 'none',
  });
});

test('the reference solutions of a copy of the workshop are nobody’s work', async () => {
  const { files, ignored } = await marie(workshop());
  expect(Object.values(files).filter(({ source }) => /solutions|stubs/.test(source))).toEqual([]);
  expect(ignored.map(({ path }) => basename(path)).toSorted()).toEqual([
    '.stubs',
    'graders',
    'solutions',
  ]);
});

test('of two notebooks each exercise is taken from the one that holds it', async () => {
  const folder = folderWith({
    'paul/part3.ipynb': notebook(run('exercice-gradient-boosting')),
    'marie/part2.ipynb': notebook(run('avec-artefact-modele'), run('avec-graphiques'), [
      'code',
      'best_runs = client.search_runs([1])',
    ]),
    'marie/part3.ipynb': notebook(
      ['markdown', 'After « avec-graphiques » comes'],
      run('exercice-gradient-boosting'),
      ['code', 'client.search_runs([1])\nmlflow.sklearn.load_model(uri)'],
    ),
  });
  expect(await taken(folder)).toMatchObject({
    '01': 'none',
    '03': 'part2.ipynb',
    '04': 'part2.ipynb',
    '06': 'part2.ipynb',
    '07': 'part3.ipynb',
    '09': 'part3.ipynb',
  });
});

test('a notebook called after a part of the workshop is more than the exercise of that number', async () => {
  const folder = folderWith({
    'marie/TP3.ipynb': notebook(
      run('exercice-gradient-boosting'),
      run('exercice-avec-tags-et-graphique'),
    ),
    'paul/07.ipynb': notebook(run('exercice-gradient-boosting')),
  });
  const { submissions } = await read(folder, options);
  expect(
    submissions.map(({ files }) => Object.keys(files).map((name) => name.slice(0, 2))),
  ).toEqual([['07', '08'], ['07']]);
});

test('a notebook that is damaged, and one that is too large, say how to mend them', async () => {
  const folder = folderWith({
    'marie/tp.ipynb': '{"cells": [',
    'paul/tp.ipynb': notebook(['code', '#'.repeat(22_000_000)]),
    'zoe/tp.ipynb': `\u{FEFF}${notebook(run('mon-premier-run-mlflow'))}`,
  });
  const { submissions } = await read(folder, options);
  expect(submissions.map(({ problem }) => problem && english(problem))).toEqual([
    '"marie/tp.ipynb" is no whole notebook (no valid JSON): save it again in Jupyter.',
    '"paul/tp.ipynb" is larger than 20 MB: clear its outputs in Jupyter and save it again.',
    null,
  ]);
});

test('one exercise asked for: any notebook is its answer, the one that holds it first', async () => {
  const one = { ...options, exercises: ['07-gradient-boosting'] };
  const folder = folderWith({
    'marie/b.ipynb': notebook(['code', 'pass']),
    'marie/a.ipynb': notebook(run('exercice-gradient-boosting')),
    'paul/b.ipynb': notebook(['code', 'pass']),
  });
  const { submissions } = await read(folder, one);
  expect(submissions.map(({ files }) => files['07-gradient-boosting']?.source)).toEqual([
    'marie/a.ipynb',
    'paul/b.ipynb',
  ]);
});

test('one exercise asked for of a copy of the workshop: no file of another exercise takes its place', async () => {
  const one = { ...options, exercises: ['07-gradient-boosting'] };
  const { submissions } = await read(workshop(), one);
  expect(submissions.map(({ files }) => basename(Object.values(files)[0]?.source ?? ''))).toEqual([
    '07-gradient-boosting.ts',
  ]);
});

test('one exercise asked for: a file that is called after another is none of it', async () => {
  const one = { ...options, exercises: ['07-gradient-boosting'], known: exercises };
  const folder = folderWith({
    'marie/08-tags-and-confusion-matrix.ts': CODE,
    'paul/09_best_model.py': 'pass',
    'rosa/09_best_model.py': 'mlflow.start_run(run_name="exercice-gradient-boosting")',
    'tom/9.py': 'pass',
    'zoe/08.ts': CODE,
  });
  const { submissions } = await read(folder, one);
  expect(
    submissions.map(({ id, files, problem }) => [
      id,
      files['07-gradient-boosting']?.source ?? (problem && english(problem)),
    ]),
  ).toEqual([
    [
      'marie',
      '"marie/08-tags-and-confusion-matrix.ts" is for 08-tags-and-confusion-matrix, which is not graded this time.',
    ],
    ['paul', '"paul/09_best_model.py" is for 09-best-model, which is not graded this time.'],
    ['rosa', 'rosa/09_best_model.py'],
    ['tom', 'tom/9.py'],
    ['zoe', 'zoe/08.ts'],
  ]);
});

test('lone notebooks and scripts are one student each, and the platforms’ names work for them', async () => {
  const seven = notebook(run('exercice-gradient-boosting'));
  const names = async (files: Record<string, string | Buffer>) =>
    (await read(folderWith(files), options)).submissions.map(
      ({ name, files: found }) =>
        `${name}: ${Object.values(found)
          .map(({ kind }) => kind)
          .join()}`,
    );
  expect(
    await names({ 'dupont.ipynb': seven, 'martin.py': run('exercice-gradient-boosting')[1] }),
  ).toEqual(['dupont: notebook', 'martin: python']);
  expect(
    await names({
      'Marie Dupont_11_assignsubmission_file_/part3.ipynb': seven,
      'Paul Martin_12_assignsubmission_file_part3.ipynb': seven,
    }),
  ).toEqual(['Marie Dupont: notebook', 'Paul Martin: notebook']);
  expect(
    await names({
      'dupontmarie_12345_67890_part3.ipynb': seven,
      'martinpaul_LATE_12346_67891_part3-1.ipynb': seven,
    }),
  ).toEqual(['dupontmarie: notebook', 'martinpaul: notebook']);
  expect(
    await names({
      'submission_metadata.yml': 'submission_1:\n  :submitters:\n  - :name: Marie\n',
      'submission_1/part3.ipynb': seven,
    }),
  ).toEqual(['Marie: notebook']);
  expect(
    await names({
      'tp-3-zoe/.git/HEAD': '',
      'tp-3-zoe/exercises/python/workshop.ipynb': seven,
      'tp-3-paul/.git/HEAD': '',
      'tp-3-paul/notebooks/part3.ipynb': seven,
      'tp-3-marie/.git/HEAD': '',
      'tp-3-marie/part3.ipynb': seven,
    }),
  ).toEqual(['marie: notebook', 'paul: notebook', 'zoe: notebook']);
  expect(
    await names({
      'marie.zip': await zipOf({ 'tp/part3.ipynb': seven }),
      'paul.zip': await zipOf({ 'workshop.ipynb': seven }),
    }),
  ).toEqual(['marie: notebook', 'paul: notebook']);
});

test('checkpoints of Jupyter and virtual environments are never read', async () => {
  const { files, ignored } = await marie(
    folderWith({
      'paul/07.py': 'pass',
      'marie/part3.ipynb': notebook(run('exercice-gradient-boosting')),
      'marie/.ipynb_checkpoints/part3-checkpoint.ipynb': notebook(run('avec-graphiques')),
      'marie/my env/pyvenv.cfg': 'home = /usr',
      'marie/my env/lib/08_tags_and_confusion_matrix.py': 'pass',
    }),
  );
  expect(Object.keys(files)).toEqual(['07-gradient-boosting']);
  expect(ignored.map(({ path }) => path)).toEqual(['marie/.ipynb_checkpoints', 'marie/my env']);
});

test('a folder that was made a virtual environment is read without what is Python’s', async () => {
  const environment = (folder: string) => ({
    [`${folder}pyvenv.cfg`]: 'home = /usr',
    [`${folder}bin/activate.py`]: 'pass',
    [`${folder}Lib/site-packages/08_tags_and_confusion_matrix.py`]: 'pass',
  });
  const own = notebook(run('exercice-gradient-boosting'));
  const { submissions, ignored } = await read(
    folderWith({
      ...environment(''),
      ...environment('marie/'),
      'marie/part3.ipynb': own,
      'paul/part3.ipynb': own,
    }),
    options,
  );
  expect(submissions.map(({ id, files }) => [id, Object.keys(files)])).toEqual([
    ['marie', ['07-gradient-boosting']],
    ['paul', ['07-gradient-boosting']],
  ]);
  expect(ignored.map(({ path }) => path)).toEqual(['Lib', 'bin', 'pyvenv.cfg']);
  const alone = await read(
    folderWith({ ...environment(''), '07-gradient-boosting.ts': CODE }),
    options,
  );
  expect(alone.submissions.map(({ files }) => Object.keys(files))).toEqual([
    ['07-gradient-boosting'],
  ]);
  expect(alone.submissions[0]?.ignored.map(({ path }) => path)).toEqual([
    'Lib',
    'bin',
    'pyvenv.cfg',
  ]);
});
