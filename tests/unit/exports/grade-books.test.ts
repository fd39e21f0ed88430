import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { toCanvas, CanvasTitleError } from '../../../src/exports/canvas.ts';
import { toGradeBook } from '../../../src/exports/grade-book.ts';
import type { Results } from '../../../src/results/results.ts';
import { gradedSubmission, infraError, sampleClass } from '../results/sample-class.ts';
import { nastyClass } from './nasty-class.ts';

const rowsOf = (csv: string): string[][] => parse(csv, { bom: true });
const total = 'MLflow (1234)';
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

test('the grade book has a row for each submission and a column for each exercise', () => {
  expect(toGradeBook(sampleClass(), 'en').slice(1)).toMatchInlineSnapshot(`
    "id,name,email,student_id,members,source,outcome,late,points,max_points,percent,01-first-run,07-gradient-boosting,09-best-model,problem,graded_at
    alice-martin-1042,Alice Martin,alice@example.org,s1042,Alice Martin,alice-martin-1042,graded,true,5,12,41.7,5,0,0,,2026-11-24T08:02:00.250Z
    bob,Bob,,,,bob,unreadable,,0,12,0,0,0,0,The ZIP cannot be read.,2026-11-24T08:02:00.250Z
    chloe,Chloé,,,,chloe,infra-error,,,12,,,,,No mark: MLflow no longer answers.,2026-11-24T08:02:00.250Z
    "
  `);
});

test('the grade book begins with a byte order mark, for Excel', () => {
  expect(toGradeBook(sampleClass(), 'en').codePointAt(0)).toBe(0xfeff);
});

test('Canvas gets its own header, what points are possible, and nothing without a mark', () => {
  const exercises = { '07-gradient-boosting': '07 (5678)' };
  const { content, leftOut } = toCanvas(sampleClass(), { total, exercises });
  expect(content).toMatchInlineSnapshot(`
    "Student,ID,SIS User ID,SIS Login ID,Section,MLflow (1234),07 (5678)
        Points Possible,,,,,12,4
    Alice Martin,4242,s1042,alice@example.org,,5,0
    Bob,,,,,0,0
    "
  `);
  expect(leftOut.map(({ id }) => id)).toEqual(['chloe']);
});

test('Canvas accepts the header of a nasty class, and takes no student for the row of points', () => {
  const { content } = toCanvas(nastyClass(), { total });
  const rows = rowsOf(content);
  expect(isHeader(rows[0] ?? [])).toBe(true);
  expect(rows.filter(([name]) => name?.includes('Points Possible'))).toHaveLength(1);
  expect(separatorOf(content)).toBe(',');
});

test('a student whom only a shared name tells apart is left out of Canvas', () => {
  const results = sampleClass([
    gradedSubmission('a', { name: 'Same' }),
    gradedSubmission('b', { name: 'Same' }),
    gradedSubmission('c', { name: 'Other' }),
    gradedSubmission('d', { name: 'anon', identity: { canvasAnonymousId: 'x' } }),
  ]);
  const { content, leftOut } = toCanvas(results, { total });
  expect(leftOut.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  expect(
    rowsOf(content)
      .slice(2)
      .map(([name]) => name),
  ).toEqual(['Other']);
});

test.each(['Final Score', 'Unposted Current Grade', 'a;b', 'Section', ''])(
  'a Canvas column is never called %j',
  (title) => {
    expect(() => toCanvas(sampleClass(), { total: title })).toThrow(CanvasTitleError);
  },
);

test.each([
  ['grade book', (results: Results) => toGradeBook(results, 'fr')],
  ['Canvas', (results: Results) => toCanvas(results, { total }).content],
])('no cell of the %s is a formula', (_, write) => {
  const rows = rowsOf(write(nastyClass()));
  expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
  expect(rows.flat()).toContain(`'=cmd|' /C calc'!A0`);
});

test('a mark that a broken check of ours spoils is no mark', () => {
  const submission = gradedSubmission('a');
  const exercises = submission.exercises.map((exercise, index) => ({
    ...exercise,
    broken: index === 0,
  }));
  const results = sampleClass([{ ...submission, exercises }]);
  const [header = [], row = []] = rowsOf(toGradeBook(results, 'en'));
  expect(row[header.indexOf('points')]).toBe('');
  expect(row[header.indexOf('01-first-run')]).toBe('');
  expect(row[header.indexOf('problem')]).toBe('No mark: a check of the grader broke.');
  expect(toCanvas(results, { total }).leftOut).toHaveLength(1);
});

test('our own trouble is no zero', () => {
  const [header = [], row = []] = rowsOf(toGradeBook(sampleClass([infraError('a')]), 'fr'));
  expect(row[header.indexOf('points')]).toBe('');
  expect(row[header.indexOf('percent')]).toBe('');
});

/** The conditions of Canvas's `header?` for the columns that we write. */
function isHeader(row: readonly string[]): boolean {
  const [student = '', id = '', sis = '', login = '', section = ''] = row;
  return (
    row.length > 3 &&
    student.includes('Student') &&
    id.includes('ID') &&
    /SIS\s+User\s+ID/.test(sis) &&
    /SIS\s+Login\s+ID/.test(login) &&
    section.includes('Section')
  );
}

/** Canvas's `identify_delimiter`: the separator that gives the first three lines equally many fields. */
function separatorOf(content: string): string {
  const lines = content.split('\n').slice(0, 3);
  const count = (delimiter: string) => {
    const counts = lines.map((line) => {
      const [row = []]: string[][] = parse(line, { delimiter, relax_quotes: true });
      return row.length;
    });
    return new Set(counts).size === 1 ? (counts[0] ?? 0) : 0;
  };
  return count(';') > count(',') ? ';' : ',';
}
