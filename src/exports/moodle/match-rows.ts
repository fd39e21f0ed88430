import type { SubmissionResult } from '../../results/results.ts';
import type { Worksheet, WorksheetRow } from './worksheet.ts';

/**
 * Which rows are of which submission. A number of Moodle counts only where the name agrees: a group's folder
 * carries the group's number, which may be some student's. A row that two claim is nobody's.
 */
export function matchRows(
  { columns, rows }: Worksheet,
  submissions: readonly SubmissionResult[],
): ReadonlyMap<WorksheetRow, SubmissionResult> {
  const cell = (row: WorksheetRow, column: keyof typeof columns) =>
    row.cells[columns[column]] ?? '';
  const claims = new Map<WorksheetRow, SubmissionResult[]>();
  for (const submission of submissions) {
    for (const row of rowsOf(submission)) {
      claims.set(row, [...(claims.get(row) ?? []), submission]);
    }
  }
  const certain = new Map<WorksheetRow, SubmissionResult>();
  for (const [row, [first, ...others]] of claims) {
    if (first !== undefined && others.length === 0) certain.set(row, first);
  }
  return certain;

  function rowsOf({ name, identity }: SubmissionResult): readonly WorksheetRow[] {
    const { moodleParticipant, email, studentId, members = [] } = identity;
    const called = letters(name);
    const byNumber = rows.filter((row) => {
      const isHidden = letters(cell(row, 'name')) === '';
      return (
        moodleParticipant !== undefined &&
        numberOf(cell(row, 'identifier')) === moodleParticipant &&
        (isHidden || letters(cell(row, 'name')) === called)
      );
    });
    if (byNumber.length > 0) return byNumber;
    const people = [{ email, studentId }, ...members];
    const byAddress = rows.filter((row) =>
      people.some(
        (person) =>
          same(person.email, cell(row, 'email')) || same(person.studentId, cell(row, 'studentId')),
      ),
    );
    if (byAddress.length > 0) return byAddress;
    const byName = rows.filter((row) => called !== '' && letters(cell(row, 'name')) === called);
    if (byName.length > 0) return byName.length === 1 ? byName : [];
    return rows.filter((row) => called !== '' && letters(cell(row, 'group')) === called);
  }
}

/** `Participant 123`, `Participant123`: the word is in the site's language. */
function numberOf(identifier: string): string | undefined {
  return /(\d+)\s*$/.exec(identifier)?.[1];
}

function same(own: string | undefined, cell: string): boolean {
  return (
    own !== undefined && own.trim() !== '' && own.trim().toLowerCase() === cell.trim().toLowerCase()
  );
}

/** A name as it survives Moodle's file names, which lose punctuation and some spaces. */
function letters(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
