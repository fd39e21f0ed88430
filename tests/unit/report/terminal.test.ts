import { expect, test } from 'vitest';
import { param } from '../../../src/judge/checks/values.ts';
import { defineGrader } from '../../../src/judge/grader.ts';
import { judge } from '../../../src/judge/judge.ts';
import { createTranslator } from '../../../src/messages/translator.ts';
import { renderResult } from '../../../src/report/terminal.ts';
import { requestWith, runWith, snapshotWith } from '../judge/snapshots.ts';

const title = { fr: 'f', en: 'e' };
const grader = defineGrader({
  name: '00-x',
  title,
  hints: [title, title, title],
  checks: [{ ...param('a-run', 'max_depth', 5), needs: [] }],
});
const logged = (key: string) => {
  const wrote = { runId: 'r1', params: [key], metrics: [], tags: [], name: null };
  return snapshotWith({
    runs: [runWith({ params: { [key]: '3' } })],
    requests: [
      requestWith({
        path: '/api/2.0/mlflow/runs/log-parameter',
        origin: { cell: 7, line: 3 },
        wrote,
      }),
    ],
  });
};
const rendered = (key: string, language: 'fr' | 'en') =>
  renderResult(
    {
      kind: 'graded',
      exercise: '00-x',
      title,
      verdict: judge(grader, logged(key)),
      trouble: null,
      notes: [],
      url: null,
      output: '',
    },
    { translate: createTranslator(language), color: false, detailed: true },
  );

test('a failed check says what was seen, where it was made, and what to try', () => {
  expect(rendered('max_depth', 'en')).toMatchInlineSnapshot(`
    "✗ 00-x  e  0/1  not yet
      ✗ The parameter max_depth is 5
        Expected max_depth = 5, the run has max_depth = 3.
        Cell 7, line 3 logged max_depth as a parameter.
        try: The model and the logged parameter must have the same value: 5."
  `);
  expect(rendered('max_depth', 'fr')).toMatchInlineSnapshot(`
    "✗ 00-x  f  0/1  à revoir
      ✗ Le paramètre max_depth vaut 5
        Attendu max_depth = 5, le run a max_depth = 3.
        Cellule 7, ligne 3 : max_depth y est loggé comme paramètre.
        essayez : Le modèle et le paramètre loggé doivent avoir la même valeur : 5."
  `);
});

test('a key that would move the cursor is shown inert', () => {
  expect(rendered('max_dept\u001B[2J', 'en')).not.toContain('\u001B');
});
