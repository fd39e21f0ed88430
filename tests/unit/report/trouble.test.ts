import { expect, test } from 'vitest';
import type { Execution } from '../../../src/judge/snapshot.ts';
import { createTranslator } from '../../../src/messages/translator.ts';
import { troubleOf } from '../../../src/report/trouble.ts';
import { snapshotWith } from '../judge/snapshots.ts';

type Failed = NonNullable<Execution['error']>;

function said(outcome: Execution['outcome'], error: Failed): string[] {
  const ended = { durationMs: 1, limitMs: 1000, output: '', exitCode: 1 };
  const execution = { ...ended, outcome, error };
  const sentence = troubleOf({ execution, language: 'python' }, 512);
  if (sentence === null) throw new Error('nothing is said');
  return (['fr', 'en'] as const).map((language) => createTranslator(language)(sentence));
}

test('an error in a notebook has a cell and a line, and Python’s name', () => {
  const error = { name: 'KeyError', message: "'run_id'", line: 3, cell: 7 };
  expect(said('threw', error)).toEqual([
    "Votre fichier a levé une erreur, ligne 3 de la cellule 7 : KeyError: 'run_id'",
    "Your file threw an error, line 3 of cell 7: KeyError: 'run_id'",
  ]);
});

test('an error in a script has a line', () => {
  const error = { name: 'SyntaxError', message: "expected ':'", line: 3, cell: null };
  expect(said('syntax-error', error)).toEqual([
    "Votre fichier contient une erreur de syntaxe, ligne 3 : SyntaxError: expected ':'",
    "Your file has a syntax error, line 3: SyntaxError: expected ':'",
  ]);
});

test('a notebook that took too long has the cell that ran', () => {
  const execution = { ...snapshotWith().execution, outcome: 'timed-out' as const, limitMs: 60_000 };
  const sentence = troubleOf(
    { execution: { ...execution, stoppedAt: 3 }, language: 'python' },
    512,
  );
  expect(sentence && createTranslator('en')(sentence)).toBe(
    'Stopped after 60 s, in cell 3: is there an endless loop?',
  );
});

test.each<[string, Partial<Execution>]>([
  ['a file that logged elsewhere', {}],
  ['one that MLflow ended there', { outcome: 'threw', error: mlflowError('MlflowException') }],
  ['one that asked there itself', { outcome: 'threw', error: mlflowError('ConnectionError') }],
])('%s is told where, and what to write', (_, changes) => {
  const elsewhere = { uri: 'sqlite:///m.db', cell: 2, line: 3 };
  const execution = { ...snapshotWith().execution, elsewhere, ...changes };
  const sentence = troubleOf({ execution, language: 'python' }, 512);
  expect(sentence && createTranslator('en')(sentence)).toBe(
    'Your file leads MLflow to "sqlite:///m.db", line 3 of cell 2, where nobody looks: write mlflow.set_tracking_uri("http://localhost:5000"), or os.environ["MLFLOW_TRACKING_URI"].',
  );
});

test('an error that has nothing to do with where MLflow was led is told as it is', () => {
  const elsewhere = { uri: './mlruns', cell: null, line: 1 };
  const changes = { outcome: 'threw' as const, error: mlflowError('KeyError'), elsewhere };
  const execution = { ...snapshotWith().execution, ...changes };
  const sentence = troubleOf({ execution, language: 'python' }, 512);
  expect(sentence && createTranslator('en')(sentence)).toContain('KeyError: no');
});

function mlflowError(name: string): Failed {
  return { name, message: 'no', line: 4, cell: 2 };
}

test('an error in TypeScript is told in its own words', () => {
  const error = { name: 'Error', message: 'oups', line: 5 };
  expect(said('threw', error)[1]).toBe('Your file threw an error, line 5: oups');
});

test.each<[string, Failed['values'], string]>([
  ['MODULE_NOT_FOUND', { name: 'torch' }, 'imports "torch", which is not installed here'],
  ['NO_INPUT', undefined, 'an answer at the keyboard, line 2 of cell 1, and nobody'],
  ['DATA_NOT_FOUND', { path: 'data/c.csv' }, 'reads "data/c.csv", line 2 of cell 1, which is'],
  ['FILE_NOT_FOUND', { path: 'cm.png' }, 'needs "cm.png", line 2 of cell 1, which does not exist'],
  ['NAME_NOT_DEFINED', { name: 'X_test' }, 'the name "X_test", line 2 of cell 1, which nothing'],
  ['PARAM_CHANGED', { name: 'depth' }, 'the parameter depth a second time in the same run'],
  ['METRIC_NOT_A_NUMBER', undefined, 'what is no number, line 2 of cell 1 (E: m): log_metric'],
  ['RUN_ACTIVE', undefined, 'while another is still open, line 2 of cell 1: write with'],
  ['WINDOWS_PATH', undefined, 'a path with \\ as on Windows, line 2 of cell 1, which'],
  ['NOTEBOOK_NOT_JSON', { said: 'Expecting value' }, 'cannot be read (Expecting value)'],
  ['NOTEBOOK_VERSION', { version: 9 }, 'no notebook that we can read (nbformat: 9)'],
  ['NOTEBOOK_DAMAGED', { said: 'no cells' }, 'is damaged (no cells)'],
  ['NOTEBOOK_LANGUAGE', { language: 'R' }, 'is written for R: choose a Python kernel'],
])('%s has a sentence of its own', (code, values, part) => {
  const error = { name: 'E', message: 'm', line: 2, cell: 1, code, ...(values && { values }) };
  expect(said('threw', error)[1]).toContain(part);
});
