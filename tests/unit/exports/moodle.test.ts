import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { findColumns } from '../../../src/exports/moodle/columns.ts';
import { fillWorksheet } from '../../../src/exports/moodle/fill-worksheet.ts';
import { parseWorksheet, WorksheetError } from '../../../src/exports/moodle/worksheet.ts';
import { say } from '../../../src/exports/words.ts';
import type { SubmissionResult } from '../../../src/results/results.ts';
import { gradedSubmission, infraError, sampleClass } from '../results/sample-class.ts';
import { NASTY, nastyClass } from './nasty-class.ts';

const HEADER =
  'Identifier,"Full name","Email address",Status,Group,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"';
const ROWS = [
  'Participant 1042,"Alice Martin",alice@example.org,"Submitted for grading",,,20.00,Yes,"Monday, 23 November 2026, 9:00 PM",-,',
  'Participant 1043,"Bob ""B"" Durand",bob@example.org,"No submission",,12.00,20.00,Yes,-,"Tuesday, 24 November 2026, 8:00 AM","kept, ""as it was"""',
  'Participant 1044,"Chloé Petit",chloe@example.org,Submitted,"Team A",,20.00,Yes,-,-,',
  'Participant 1045,"Dan Petit",dan@example.org,Submitted,"Team A",,20.00,Yes,-,-,',
];
const worksheet = (rows = ROWS) => `\u{FEFF}${[HEADER, ...rows].join('\r\n')}\r\n`;
const fill = (submissions: readonly SubmissionResult[], text = worksheet()) =>
  fillWorksheet(parseWorksheet(text), sampleClass(submissions), { language: 'en' });
const cellsOf = (content: string): string[][] => parse(content, { bom: true });
const alice = gradedSubmission('alice', {
  name: 'Alice Martin',
  identity: { moodleParticipant: '1042' },
});

test('a matched row gets its grade, scaled, and its feedback; all else stays byte for byte', () => {
  const before = worksheet().split('\r\n');
  const { content, filled } = fill([alice]);
  const after = content.split('\r\n');
  expect(filled).toBe(1);
  expect(after.filter((_, index) => index !== 1)).toEqual(before.filter((_, index) => index !== 1));
  const [, row = []] = cellsOf(content);
  const [, old = []] = cellsOf(worksheet());
  expect(row.filter((_, index) => index !== 5 && index !== 10)).toEqual(
    old.filter((_, index) => index !== 5 && index !== 10),
  );
  expect(row[5]).toBe(String(Math.round(((alice.points ?? 0) / alice.maxPoints) * 2000) / 100));
  expect(row[10]).toMatchInlineSnapshot(
    `"<p><strong>01-first-run</strong> Your first run — 5/6</p><ul><li>The parameter max_depth is 10<br>Expected max_depth = 10, the run has max_depth = 12.<br>Cell 7, line 3 logged max_depth as a parameter.<br>try: The model and the logged parameter must have the same value: 10.</li></ul><p><strong>07-gradient-boosting</strong> Log a gradient boosting — 0/4</p><ul><li>The file runs to its end<br>Your file threw an error, line 12: TypeError: oops</li></ul><p><strong>09-best-model</strong> Find the best model — 0/2</p><ul><li>Find the best model<br>No file was handed in for this exercise.</li></ul>"`,
  );
});

test('without a mark a row stays as it is, and is told', () => {
  const chloe = infraError('chloe', { identity: { email: 'CHLOE@example.org' } });
  const { content, filled, withoutMark, unmatched } = fill([chloe]);
  expect({ content, filled }).toEqual({ content: worksheet(), filled: 0 });
  expect(withoutMark).toEqual([chloe]);
  expect(unmatched).toEqual([]);
});

test('a number counts only with its name: a group carries its own number', () => {
  const group = gradedSubmission('g', { name: 'Team A', identity: { moodleParticipant: '1042' } });
  const { content, filled } = fill([group]);
  expect(filled).toBe(2);
  expect(cellsOf(content).map((row) => row[5] !== '' && row[5] !== 'Grade')).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('what nobody or several could be is unmatched, and rows without a submission are told', () => {
  const twins = [
    gradedSubmission('d1', { name: 'Dan Petit' }),
    gradedSubmission('d2', { name: 'Dan  Petit' }),
  ];
  const stranger = gradedSubmission('x', { name: 'Nobody' });
  const { unmatched, withoutSubmission, filled } = fill([...twins, stranger, alice]);
  expect(unmatched.map(({ id }) => id)).toEqual(['d1', 'd2', 'x']);
  expect(withoutSubmission).toEqual(['Participant 1043', 'Participant 1044', 'Participant 1045']);
  expect(filled).toBe(1);
});

test('hidden names are matched by number alone', () => {
  const text = 'Identifier,Status,Grade,"Last modified (grade)"\nParticipant 7,-,,-\n';
  const hidden = gradedSubmission('p', {
    name: 'Participant 7',
    identity: { moodleParticipant: '7' },
  });
  const { content } = fill([hidden], text);
  expect(content).toBe(
    `Identifier,Status,Grade,"Last modified (grade)"\nParticipant 7,-,${hidden.points},-\n`.replace(
      'Participant 7',
      '"Participant 7"',
    ),
  );
});

test('a French worksheet with semicolons keeps its language, separator and decimal comma', () => {
  const text =
    'Identifiant;"Nom complet";Note;"Note maximale";"Dernière modification (note)";"Feedback par commentaires"\n' +
    'Participant900110;"Alice Martin";;"100,00";-;\n';
  const [header, row] = fillWorksheet(
    parseWorksheet(text),
    sampleClass([{ ...alice, identity: { moodleParticipant: '900110' }, points: 5, maxPoints: 7 }]),
    { language: 'fr' },
  ).content.split('\n');
  expect(header).toBe(text.split('\n')[0]);
  expect(row).toMatch(/^Participant900110;"Alice Martin";71,43;100,00;-;"<p>/);
});

test('columns of another language can be named', () => {
  const text = 'Kennung;Bewertung\nTeilnehmer/in 7;\n';
  expect(() => parseWorksheet(text)).toThrow(
    'its columns must be called Identifier and Grade, or Identifiant and Note; they are: Kennung, Bewertung',
  );
  const { columns } = parseWorksheet(text, { identifier: 'Kennung', grade: 'Bewertung' });
  expect(columns).toMatchObject({ identifier: 0, grade: 1, feedback: -1 });
});

test('why it is no worksheet is told in French, too, on one line without control characters', () => {
  const columns = findColumns(['\u001B[31mKennung\n', 'b'.repeat(500)], {});
  const why = 'key' in columns ? say(columns, 'fr') : '';
  expect(why).toMatch(
    /^ses colonnes doivent s’appeler Identifiant et Note, ou Identifier et Grade ; ce sont : /,
  );
  expect(why.length).toBeLessThan(300);
  expect(why).not.toMatch(/\p{Cc}/u);
});

test.each(['', 'a,b\n1,2\n', 'Identifier,Grade\n"1\n'])('%j is no worksheet', (text) => {
  expect(() => parseWorksheet(text)).toThrow(WorksheetError);
});

describe('a nasty class', () => {
  const rows = NASTY.map(
    (_, index) => `Participant ${index},,${index}@example.org,,,,20.00,Yes,-,-,`,
  );
  const submissions = nastyClass().submissions.map((submission, index) => ({
    ...submission,
    identity: { email: `${index}@example.org` },
  }));
  const { content, filled } = fill(submissions, worksheet(rows));

  test('has its rows filled, each in the cells it had', () => {
    expect(filled).toBe(NASTY.length);
    for (const row of cellsOf(content)) expect(row).toHaveLength(11);
  });

  test('writes no markup into the feedback but its own', () => {
    const feedback = cellsOf(content).map((row) => row[10] ?? '');
    const tags = new Set(feedback.flatMap((html) => html.match(/<[^>]*>/g) ?? []));
    expect([...tags].toSorted()).toEqual(
      ['<p>', '</p>', '<strong>', '</strong>', '<ul>', '</ul>', '<li>', '</li>', '<br>'].toSorted(),
    );
    expect(feedback.join('')).toContain('&lt;script&gt;');
  });
});
