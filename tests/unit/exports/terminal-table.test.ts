import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderClass } from '../../../src/exports/terminal-table.ts';
import { gradedSubmission, sampleClass } from '../results/sample-class.ts';
import { nastyClass } from './nasty-class.ts';

test('a class at a glance', () => {
  const text = renderClass(sampleClass(), { language: 'fr', color: false });
  expect(text).toMatchInlineSnapshot(`
    "Points  Étudiant      01 07 09
      5/12  Alice Martin  ◐  ✗  ·
      0/12  Bob           Le ZIP est illisible.
         –  Chloé         Pas de note : MLflow ne répond plus.

    ✓ réussi, ◐ en partie ou arrêté avant la fin, ✗ aucun point, · pas de fichier, ou tel que distribué
    Notes : 2 sur 3 ; moyenne 2,5, médiane 2,5 sur 12
    "
  `);
});

test('signs stand below their exercises, whatever the width of a name', () => {
  const names = ['Zoé', '山田太郎', '👩‍🎓🎉', 'x'.repeat(100)];
  const results = sampleClass(names.map((name, index) => gradedSubmission(`s${index}`, { name })));
  const lines = renderClass(results, { language: 'en', color: false }).split('\n');
  const columns = lines.slice(1, 5).map((line) => stringWidth(line.slice(0, line.search(/[✓◐✗]/))));
  expect(new Set(columns).size).toBe(1);
  expect(columns[0]).toBe(lines[0]?.indexOf('01'));
});

test('color changes nothing but color', () => {
  const plain = renderClass(sampleClass(), { language: 'en', color: false });
  const colored = renderClass(sampleClass(), { language: 'en', color: true });
  expect(colored).not.toBe(plain);
  expect(stripVTControlCharacters(colored)).toBe(plain);
});

test('a nasty class moves no cursor and gives no command to GitHub', () => {
  const text = renderClass(nastyClass(), { language: 'en', color: false });
  expect(text.split('\n')).toHaveLength(nastyClass().submissions.length + 5);
  expect(text).not.toMatch(/##\[|^::/m);
});
