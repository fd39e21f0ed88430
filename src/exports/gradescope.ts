import type { Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { feedbackOf, problemOf, type CheckFeedback, type ExerciseFeedback } from './feedback.ts';
import { markOf } from './mark.ts';

/** Gradescope's `results.json`, as far as it is filled. */
export interface GradescopeResults {
  readonly score: number;
  readonly execution_time: number;
  readonly output: string;
  readonly output_format: 'text';
  readonly test_output_format: 'text';
  readonly test_name_format: 'text';
  readonly visibility: 'visible';
  readonly tests: readonly GradescopeTest[];
  readonly extra_data: Readonly<Record<string, string>>;
}

interface GradescopeTest {
  readonly name: string;
  readonly number: string;
  readonly score: number;
  readonly max_score: number;
  readonly status: 'passed' | 'failed';
  readonly output: string;
  readonly tags: readonly string[];
}

/**
 * What a Gradescope autograder writes to `/autograder/results/results.json`; null without a mark: then
 * nothing must be written, and Gradescope says that the autograder failed. Everything is plain text. Pure.
 *
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export function toGradescope(
  results: Results,
  submission: SubmissionResult,
  language: Language,
): GradescopeResults | null {
  const score = markOf(submission);
  if (score === null) return null;
  const exercises = feedbackOf(results, submission, language);
  const ms = exercises.reduce((sum, { result }) => sum + (result.durationMs ?? 0), 0);
  return {
    score,
    execution_time: Math.round(ms) / 1000,
    output: problemOf(submission, language) ?? '',
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    tests: exercises.flatMap(toTests),
    extra_data: { schema: results.schema, gradersHash: results.gradersHash, id: submission.id },
  };
}

function toTests({ exercise, checks }: ExerciseFeedback): GradescopeTest[] {
  const number = String(Number.parseInt(exercise, 10) || 0);
  return checks.map(({ outcome, points, maxPoints, sentence, detail }: CheckFeedback, index) => ({
    name: `${exercise}: ${sentence}`,
    number: `${number}.${index + 1}`,
    score: points,
    max_score: maxPoints,
    status: outcome === 'passed' ? 'passed' : 'failed',
    output: detail,
    tags: [exercise],
  }));
}
