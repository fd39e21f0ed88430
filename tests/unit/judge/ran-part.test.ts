import { expect, test } from 'vitest';
import { graders } from '../../../graders/index.ts';
import { judge } from '../../../src/judge/judge.ts';
import { ranPart } from '../../../src/judge/ran-part.ts';
import type { Execution, Snapshot } from '../../../src/judge/snapshot.ts';
import { createTranslator } from '../../../src/messages/translator.ts';
import { troubleOf } from '../../../src/report/trouble.ts';
import { requestWith, runWith, snapshotWith } from './snapshots.ts';

const CODE = [
  'import mlflow',
  'with mlflow.start_run(run_name="mon-premier-run-mlflow"): pass',
  'mlflow.log_metric("f1", 0.8)',
  'with mlflow.start_run(run_name="exercice-gradient-boosting"): pass',
  'best_run = mlflow.search_runs(order_by=["metrics.accuracy DESC"], max_results=1)',
];
const bare = CODE.map((text) => ({ type: 'code', text }));
/** What stands below a heading belongs to it, whatever it calls. */
const headed = [
  ...bare.slice(0, 1),
  { type: 'markdown', text: '## 01 — Votre premier run' },
  { type: 'code', text: ' \n' },
  { type: 'code', text: 'x = 1' },
  { type: 'code', text: 'y = 2' },
  { type: 'markdown', text: '## 07 — Logger un Gradient Boosting' },
  { type: 'code', text: 'z = 3' },
  { type: 'markdown', text: '## 09 — Trouver et charger le meilleur modèle' },
  { type: 'code', text: 't = 4' },
];
const three = graders.filter(({ name }) => /^(01|07|09)/.test(name));

function ended(execution: Partial<Execution>, changes: Partial<Snapshot> = {}): Snapshot {
  const error = { name: 'NameError', message: 'x', line: 1, cell: 1 };
  const before = { ...snapshotWith().execution, outcome: 'threw' as const, error };
  const language = 'python' as const;
  return snapshotWith({ language, ...changes, execution: { ...before, ...execution } });
}

function told(cells: typeof bare, snapshot: Snapshot): (string | null)[] {
  return ranPart(three, cells, snapshot).map((part) => {
    const sentence = troubleOf(part, 512);
    return sentence === null ? null : createTranslator('en')(sentence);
  });
}

const ERROR = 'Your file threw an error, line 1 of cell 1: NameError: x';
const notRun = (cell: number) => `Not run: the notebook stopped at cell ${cell}.`;

test.each([
  ['with headings', headed],
  ['without', bare],
])('a notebook %s tells of its end where it ended, and of what never ran', (_, cells) => {
  expect(told(cells, ended({ stoppedAt: 1 }))).toEqual([ERROR, notRun(1), notRun(1)]);
  expect(told(cells, ended({ stoppedAt: 3 }))).toEqual([ERROR, notRun(3), notRun(3)]);
  expect(told(cells, ended({ stoppedAt: 4 }))).toEqual([null, ERROR, notRun(4)]);
  expect(told(cells, ended({ stoppedAt: 5 }))).toEqual([null, null, ERROR]);
});

test('an exercise that left its run has run, whatever heading its cell stands below', () => {
  const runs = [runWith({ name: 'exercice-gradient-boosting' })];
  expect(told(headed, ended({ stoppedAt: 3 }, { runs }))).toEqual([null, ERROR, notRun(3)]);
});

test('of a script, only a syntax error says that nothing ran', () => {
  expect(told([], ended({}))).toEqual([ERROR, ERROR, ERROR]);
  const nothing = 'Not run: the file stopped before its first line.';
  const broken = 'Your file has a syntax error, line 1 of cell 1: NameError: x';
  expect(told([], ended({ outcome: 'syntax-error' }))).toEqual([broken, nothing, nothing]);
});

test('an exercise that was logged in another MLflow has no misses either', () => {
  const [grader] = three;
  if (grader === undefined) throw new Error('no exercise');
  const elsewhere = { uri: 'sqlite:///mlflow.db', cell: null, line: 3 };
  const execution = { ...snapshotWith().execution, elsewhere };
  const failed = (snapshot: Snapshot) =>
    judge(grader, snapshot).checks.filter(({ failure }) => failure !== null).length;
  expect(failed(snapshotWith({ execution }))).toBe(0);
  expect(failed(snapshotWith({ execution, runs: [runWith()] }))).toBe(1);
});

test('an exercise that never ran has no misses, and keeps the points that it got', () => {
  const requests = [requestWith({ method: 'POST', path: '/api/2.0/mlflow/runs/search' })];
  const [, gradient, best] = ranPart(three, bare, ended({ stoppedAt: 3 }, { requests }));
  const verdicts = [gradient, best].map((snapshot, index) => {
    const grader = three[index + 1];
    if (grader === undefined || snapshot === undefined) throw new Error('no such exercise');
    return judge(grader, { ...snapshot, part: true });
  });
  expect(verdicts.map(({ outcome, passed }) => [outcome, passed])).toEqual([
    ['crashed', false],
    ['crashed', false],
  ]);
  const checks = verdicts.flatMap((verdict) => verdict.checks);
  expect(checks.filter(({ failure, blockedBy }) => failure !== null || blockedBy !== null)).toEqual(
    [],
  );
  const passed = checks.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id);
  expect(passed).toEqual(['search']);
});
