import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../messages/sentence.ts';
import type { Results, SubmissionResult } from '../../results/results.ts';
import { markOf } from '../mark.ts';
import { feedbackHtml } from './feedback-html.ts';
import { matchRows } from './match-rows.ts';
import type { Worksheet, WorksheetRow } from './worksheet.ts';

export interface MoodleOptions {
  readonly language: Language;
  /** The assignment's maximum grade, where the worksheet has no column for it; else points go in as they are. */
  readonly maximum?: number;
}

export interface FilledWorksheet {
  readonly content: string;
  readonly filled: number;
  /** Submissions that no row, or no row for certain, belongs to. */
  readonly unmatched: readonly SubmissionResult[];
  /** Submissions whose rows were left as they are: they have no mark. */
  readonly withoutMark: readonly SubmissionResult[];
  /** Rows that no submission was found for, as Moodle identifies them. */
  readonly withoutSubmission: readonly string[];
}

/**
 * Fills the grade and feedback columns of a teacher's own worksheet; everything else stays as it was. Pure.
 *
 * @see https://docs.moodle.org/en/Assignment_settings#Feedback_types
 */
export function fillWorksheet(
  worksheet: Worksheet,
  results: Results,
  options: MoodleOptions,
): FilledWorksheet {
  const matched = matchRows(worksheet, results.submissions);
  const found = new Set(matched.values());
  let filled = 0;
  const lines = worksheet.rows.map((row) => {
    const submission = matched.get(row);
    const mark = submission === undefined ? null : markOf(submission);
    if (submission === undefined || mark === null) return row.raw;
    filled += 1;
    return fillRow(row, worksheet, {
      grade: gradeText(mark, submission.maxPoints, row, worksheet, options),
      feedback: feedbackHtml(results, submission, options.language),
    });
  });
  return {
    content:
      worksheet.byteOrderMark +
      [worksheet.header, ...lines].join(worksheet.lineBreak) +
      (worksheet.endsWithBreak ? worksheet.lineBreak : ''),
    filled,
    unmatched: results.submissions.filter((submission) => !found.has(submission)),
    withoutMark: [...found].filter((submission) => markOf(submission) === null),
    withoutSubmission: worksheet.rows
      .filter((row) => !matched.has(row))
      .map(({ cells }) => cells[worksheet.columns.identifier] ?? ''),
  };
}

/** Scaled to the assignment's maximum, to the two decimals that Moodle shows, with its decimal sign. */
function gradeText(
  mark: number,
  maxPoints: number,
  { cells }: WorksheetRow,
  { columns }: Worksheet,
  options: MoodleOptions,
): string {
  const cell = cells[columns.maximum]?.trim() ?? '';
  const said = Number.parseFloat(cell.replace(',', '.'));
  const maximum = Number.isFinite(said) ? said : (options.maximum ?? maxPoints);
  const grade = maxPoints === 0 ? 0 : Math.round((mark / maxPoints) * maximum * 100) / 100;
  return cell.includes(',') ? String(grade).replace('.', ',') : String(grade);
}

function fillRow(
  { cells }: WorksheetRow,
  { columns, delimiter }: Worksheet,
  values: { readonly grade: string; readonly feedback: string },
): string {
  const changed = [...cells];
  changed[columns.grade] = values.grade;
  if (columns.feedback >= 0) changed[columns.feedback] = values.feedback;
  return stringify([changed], {
    delimiter,
    eof: false,
    // As PHP's fputcsv writes it.
    quoted_match: /[\s\\]/,
  });
}
