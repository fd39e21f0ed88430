import type { ExerciseInfo, Results, SubmissionResult } from '../results/results.ts';
import { csvTable, type Cell } from './csv-table.ts';
import { markOf } from './mark.ts';
import { oneLine } from './plain-text.ts';

export interface CanvasOptions {
  /**
   * The column of the whole: the header that Canvas's own export gives it, `Title (1234)`. With another
   * title Canvas offers to make a new assignment.
   */
  readonly total: string;
  /** By exercise, the header of a column of its own; none when absent. */
  readonly exercises?: Readonly<Record<string, string>>;
}

export interface CanvasGradeBook {
  readonly content: string;
  /** Left out, so that Canvas keeps the mark it has: without a mark, or nothing says whose it is. */
  readonly leftOut: readonly SubmissionResult[];
}

/** Columns with these in their name are Canvas's own and would be dropped. */
const RESERVED = /(current|final|override) (score|points|grade|status)/i;

/** A title that Canvas would drop, or take for another column. */
export class CanvasTitleError extends Error {
  override readonly name = 'CanvasTitleError';
  readonly code = 'BAD_CANVAS_TITLE';
  readonly title: string;
  constructor(title: string) {
    super(`Canvas cannot have a column of the name ${JSON.stringify(title)}`);
    this.title = title;
  }
}

/**
 * The grade book that Canvas's importer takes. Students are found by Canvas id, else SIS id, login, or name.
 *
 * @throws CanvasTitleError for a title that Canvas would drop
 * @see https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_importer.rb
 */
export function toCanvas(results: Results, options: CanvasOptions): CanvasGradeBook {
  const own = results.exercises.flatMap((info) => {
    const title = options.exercises?.[info.name];
    return title === undefined ? [] : [{ info, title: checkedTitle(title) }];
  });
  const isIn = (submission: SubmissionResult) =>
    markOf(submission) !== null && isKnown(submission, results);
  const maxPoints = results.exercises.reduce((sum, info) => sum + info.maxPoints, 0);
  const content = csvTable([
    [...INFO, checkedTitle(options.total), ...own.map(({ title }) => title)],
    ['    Points Possible', '', '', '', '', maxPoints, ...own.map(({ info }) => info.maxPoints)],
    ...results.submissions
      .filter(isIn)
      .map((submission) => [
        ...student(submission),
        markOf(submission),
        ...own.map(({ info }) => pointsOf(submission, info)),
      ]),
  ]);
  return { content, leftOut: results.submissions.filter((submission) => !isIn(submission)) };
}

const INFO = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];

function student({ name, identity }: SubmissionResult): Cell[] {
  const { canvasUserId = '', studentId = '', email = '' } = identity;
  // Canvas takes every row with these words for the one that says how many points there are.
  const shown = oneLine(name).replaceAll('Points Possible', 'Points\u{A0}Possible');
  return [shown, oneLine(canvasUserId), oneLine(studentId), oneLine(email), ''];
}

/** Without any id Canvas goes by the name, and takes the first of several. */
function isKnown({ name, identity }: SubmissionResult, { submissions }: Results): boolean {
  const { canvasAnonymousId, canvasUserId, studentId, email } = identity;
  if (canvasUserId ?? studentId ?? email) return true;
  const sameName = submissions.filter((other) => oneLine(other.name) === oneLine(name));
  return canvasAnonymousId === undefined && sameName.length === 1;
}

function pointsOf({ exercises }: SubmissionResult, { name }: ExerciseInfo): number | null {
  return exercises.find(({ exercise }) => exercise === name)?.points ?? null;
}

function checkedTitle(title: string): string {
  const line = oneLine(title);
  // Canvas guesses the separator from the first lines: a semicolon in a title could win.
  if (line === '' || RESERVED.test(line) || line.includes(';') || INFO.includes(line)) {
    throw new CanvasTitleError(title);
  }
  return line;
}
