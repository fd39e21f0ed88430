import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  classFolder,
  marksOf,
  notebook,
  quickAnswer,
  quickPython,
  readResults,
  endClass,
} from './class-folder.ts';
import { replaced, scratchProject, type ScratchProject } from './scratch-project.ts';

const ROOT = join(import.meta.dirname, '../..');

let project: ScratchProject;

beforeEach(async () => {
  project = await scratchProject();
});
afterEach(async () => await endClass(project));

test('notebooks, scripts and TypeScript of one class are graded by one command', async () => {
  const whole = await readFile(join(ROOT, 'solutions/python/workshop.ipynb'), 'utf8');
  const handedIn = await classFolder(project, {
    'whole/workshop.ipynb': whole,
    'script/01_first_run.py': quickPython(),
    'typescript/01-first-run.ts': quickAnswer(),
    'wrong/tp.ipynb': notebook(
      'import mlflow',
      replaced(quickPython(), '"n_estimators": 100', '"n_estimator": 100'),
    ),
    'crash/tp.ipynb': notebook(quickPython(), '1 / 0', 'print("never")'),
    'early/tp.ipynb': notebook(
      quickPython(),
      '1 / 0',
      'with mlflow.start_run(run_name="avec-artefact-modele"): pass',
    ),
    'untouched/workshop.ipynb': await project.read('exercises/python/workshop.ipynb'),
    'damaged/01_first_run.ipynb': '{"cells": [',
  });
  const words = ['grade', handedIn, '--exercises=01,03,05,06,09,10', '--out=out'];
  const first = await project.run(words);
  expect(first.status, first.stderr).toBe(0);
  expect(first.stdout).toContain('8 of 8 submissions have a verdict');
  const results = await readResults(project);
  const marks = new Map(marksOf(results).map((one) => [one.name, one]));
  const outcomes = (name: string) =>
    marks.get(name)?.exercises.map(({ outcome, points }) => [outcome, points]);
  expect(marks.get('whole')?.points).toBe(marks.get('whole')?.maxPoints);
  const [full] = results.exercises.map(({ maxPoints }) => maxPoints);
  const missing = Array.from({ length: 5 }, () => ['missing', 0]);
  expect(outcomes('script')).toEqual([['graded', full], ...missing]);
  expect(outcomes('typescript')).toEqual(outcomes('script'));
  // What MLflow held when another cell broke counts.
  expect(outcomes('crash')?.[0]).toEqual(['crashed', full]);
  expect(outcomes('early')).toEqual([['graded', full], ['crashed', 0], ...missing.slice(1)]);
  const early = results.submissions.find(({ name }) => name === 'early')?.exercises ?? [];
  expect(early.map(({ trouble, url }) => [trouble?.en, typeof url])).toEqual([
    ['Your file threw an error, line 1 of cell 2: ZeroDivisionError: division by zero', 'string'],
    ['Not run: the notebook stopped at cell 2.', 'object'],
    ...missing.slice(1).map(() => [undefined, 'object']),
  ]);
  expect(early[1]?.checks.every(({ message }) => message === null)).toBe(true);
  expect(outcomes('untouched')).toEqual(Array.from({ length: 6 }, () => ['to-do', 0]));
  expect(outcomes('damaged')?.[0]).toEqual(['crashed', 0]);
  expect(marks.get('wrong')?.exercises[0]?.checks).toContainEqual({
    id: 'param-n-estimators',
    outcome: 'failed',
    message: {
      fr: 'Paramètre n_estimators absent : vous avez loggé « n_estimator ».',
      en: 'Parameter n_estimators missing: you logged "n_estimator".',
    },
  });
  const told = results.submissions.find(({ name }) => name === 'whole')?.exercises ?? [];
  expect(told.map(({ ranWith, file }) => [ranWith, file?.kind])).toEqual([
    [undefined, 'notebook'],
    ...Array.from({ length: 5 }, () => ['01-first-run', 'notebook']),
  ]);
  expect(told.filter(({ output, timeline }) => output !== '' || timeline.length > 0)).toHaveLength(
    1,
  );
  const page = await project.read('out/report/en/submissions/wrong.html');
  expect(page, 'which cell logged it').toContain(
    'Cell 2, line 7 logged n_estimator as a parameter.',
  );

  const second = await project.run([...words, '--regrade']);
  expect(second.status, second.stderr).toBe(0);
  expect(second.stdout).toContain('0 gain, 0 lose, 8 unchanged.');
}, 400_000);
