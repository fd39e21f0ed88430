import type { Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { feedbackOf } from './feedback.ts';
import { markOf } from './mark.ts';

/** What Classroom 50's runner says of a submission to its autograder, in environment variables. */
export interface Classroom50Context {
  readonly classroom: string;
  readonly assignment: string;
  readonly assignmentType: 'individual' | 'group';
  readonly owner: string;
  /** `submit/<time>-<sha>`. */
  readonly submission: string;
  readonly commit: string;
  readonly release: string;
  readonly review: string;
  /** When it was handed in, ISO 8601. */
  readonly datetime: string;
  readonly submittedBy?: { readonly username: string; readonly id: number | null };
}

/** `classroom50/result/v1`. */
export interface Classroom50Result {
  readonly schema: 'classroom50/result/v1';
  readonly classroom: string;
  readonly assignment: string;
  readonly assignment_type: 'individual' | 'group';
  readonly owner: string;
  readonly submission: string;
  readonly commit: string;
  readonly release: string;
  readonly review: string;
  readonly datetime: string;
  readonly graded_at: string;
  readonly score: number;
  readonly 'max-score': number;
  readonly tests: readonly Classroom50Test[];
  readonly submitted_by?: { readonly username: string; readonly id: number | null };
}

interface Classroom50Test {
  readonly 'test-name': string;
  readonly passed: boolean;
  readonly score: number;
  readonly 'max-score': number;
  readonly message: string;
}

/**
 * The `result.json` of Classroom 50, whose scores are whole numbers; null without a mark: then the script
 * ends with a status other than 0, which Classroom 50 takes for its own trouble. Pure.
 *
 * @see https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json
 */
export function toClassroom50(
  results: Results,
  submission: SubmissionResult,
  context: Classroom50Context,
  language: Language,
): Classroom50Result | null {
  if (markOf(submission) === null) return null;
  const checks = feedbackOf(results, submission, language).flatMap(({ exercise, checks }) =>
    checks.map((check) => ({ exercise, ...check })),
  );
  const scale = scaleOf(checks.flatMap(({ points, maxPoints }) => [points, maxPoints]));
  const tests = checks.map(({ exercise, sentence, outcome, points, maxPoints, detail }) => ({
    'test-name': `${exercise}: ${sentence}`,
    passed: outcome === 'passed',
    score: Math.round(points * scale),
    'max-score': Math.round(maxPoints * scale),
    message: detail,
  }));
  const { assignmentType, datetime, submittedBy, ...own } = context;
  return {
    schema: 'classroom50/result/v1',
    ...own,
    assignment_type: assignmentType,
    datetime: toSeconds(datetime),
    graded_at: toSeconds(submission.gradedAt),
    score: tests.reduce((sum, test) => sum + test.score, 0),
    'max-score': tests.reduce((sum, test) => sum + test['max-score'], 0),
    tests,
    ...(submittedBy !== undefined && { submitted_by: submittedBy }),
  };
}

/** Parts of points become whole by counting in tenths, hundredths or thousandths of all of them. */
function scaleOf(points: readonly number[]): number {
  const isWhole = (scale: number) =>
    points.every((point) => Math.abs(point * scale - Math.round(point * scale)) < 1e-9);
  return [1, 10, 100].find(isWhole) ?? 1000;
}

function toSeconds(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
