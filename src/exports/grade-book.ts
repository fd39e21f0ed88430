import type { Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { csvTable, type Cell } from './csv-table.ts';
import { markOf } from './mark.ts';
import { noMark } from './no-mark.ts';
import { problemOf } from './feedback.ts';
import { oneLine } from './plain-text.ts';

/** Excel takes a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/**
 * The grade book as CSV: a row for each submission, a column of points for each exercise. Without a mark the
 * points are empty and `problem` says why. Pure.
 */
export function toGradeBook(results: Results, language: Language): string {
  const header = [
    'id',
    'name',
    'email',
    'student_id',
    'members',
    'source',
    'outcome',
    'late',
    'points',
    'max_points',
    'percent',
    ...results.exercises.map(({ name }) => oneLine(name)),
    'problem',
    'graded_at',
  ];
  const rows = results.submissions.map((submission) => toRow(results, submission, language));
  return BYTE_ORDER_MARK + csvTable([header, ...rows]);
}

function toRow(results: Results, submission: SubmissionResult, language: Language): Cell[] {
  const { id, name, identity, source, outcome, late, maxPoints, exercises } = submission;
  const mark = markOf(submission);
  const pointsOf = ({ name }: { readonly name: string }) =>
    exercises.find(({ exercise, broken }) => exercise === name && !broken)?.points ?? null;
  return [
    id,
    oneLine(name),
    oneLine(identity.email ?? ''),
    oneLine(identity.studentId ?? ''),
    (identity.members ?? []).map((member) => oneLine(member.name)).join('; '),
    oneLine(source),
    outcome,
    late === null ? null : String(late),
    mark,
    maxPoints,
    mark === null || maxPoints === 0 ? null : Math.round((mark / maxPoints) * 1000) / 10,
    ...results.exercises.map(pointsOf),
    noMark(submission, language) ?? problemOf(submission, language),
    submission.gradedAt,
  ];
}
