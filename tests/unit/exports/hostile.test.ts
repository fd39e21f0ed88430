import { expect, test } from 'vitest';
import { toClassFiles } from '../../../src/exports/class-files.ts';
import { fillWorksheet } from '../../../src/exports/moodle/fill-worksheet.ts';
import { parseWorksheet } from '../../../src/exports/moodle/worksheet.ts';
import { renderClass } from '../../../src/exports/terminal-table.ts';
import { serializeResults } from '../../../src/results/results-document.ts';
import { sampleClass } from '../results/sample-class.ts';
import { nastyClass } from './nasty-class.ts';

/** Control characters but tab and line feed, and what turns the direction of text around. */
const MOVES = /(?![\t\n])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|[\u2028\u2029]/u;
const options = { language: 'en' } as const;

test('the results themselves may hold anything: they are valid, and read back the same', () => {
  const results = nastyClass();
  expect(JSON.parse(serializeResults(results))).toEqual(results);
});

test('no export holds a character that moves a cursor or turns text around', () => {
  const results = nastyClass();
  const worksheet =
    'Identifier,Email address,Grade,Feedback comments\nParticipant 1,@SUM(A1:A9),,\n';
  const texts = [
    ...toClassFiles(results, options).map(({ path, content }) => [path, content] as const),
    ['terminal', renderClass(results, { ...options, color: false })] as const,
    ['moodle', fillWorksheet(parseWorksheet(worksheet), results, options).content] as const,
  ];
  const found = texts.filter(([path, content]) => {
    // JSON writes control characters as escapes: they come to life where it is read.
    const text = path.endsWith('.json') ? valuesOf(JSON.parse(content)).join('') : content;
    return MOVES.test(text.replace(/^\u{FEFF}/u, '')) || !text.isWellFormed();
  });
  expect(found.map(([path]) => path)).toEqual([]);
});

test('paths of exports stay in their folder, and no two are the same', () => {
  const paths = toClassFiles(nastyClass(), options).map(({ path }) => path);
  expect(paths.filter((path) => !/^[\w-]+(\/[\w-]+){0,2}\.(csv|json|xml|md)$/.test(path))).toEqual(
    [],
  );
  expect(new Set(paths).size).toBe(paths.length);
});

test('the files of a class', () => {
  expect(toClassFiles(sampleClass(), options).map(({ path }) => path)).toMatchInlineSnapshot(`
    [
      "grades.csv",
      "canvas.csv",
      "junit.xml",
      "summary.md",
      "xapi.json",
      "gradescope/alice-martin-1042.json",
      "lti/alice-martin-1042.json",
      "prairielearn/alice-martin-1042.json",
      "exercism/alice-martin-1042/01-first-run.json",
      "exercism/alice-martin-1042/07-gradient-boosting.json",
      "exercism/alice-martin-1042/09-best-model.json",
      "gradescope/bob.json",
      "prairielearn/bob.json",
      "exercism/bob/01-first-run.json",
      "exercism/bob/07-gradient-boosting.json",
      "exercism/bob/09-best-model.json",
      "prairielearn/chloe.json",
      "exercism/chloe/01-first-run.json",
      "exercism/chloe/07-gradient-boosting.json",
      "exercism/chloe/09-best-model.json",
    ]
  `);
});

test('no text of ten kilobytes makes a file of one submission larger than a megabyte', () => {
  const sizes = toClassFiles(nastyClass(), options)
    .filter(({ path }) => path.includes('/'))
    .map(({ content }) => Buffer.byteLength(content));
  expect(Math.max(...sizes)).toBeLessThan(200_000);
});

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...valuesOf(inner)]);
}
