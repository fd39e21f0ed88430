import type { Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { feedbackOf, problemOf, type ExerciseFeedback } from './feedback.ts';
import { markOf } from './mark.ts';
import { noMark } from './no-mark.ts';

/** PrairieLearn's external grading `results.json`. */
export type PrairieLearnResults =
  | {
      readonly gradable: false;
      readonly message: string;
      readonly format_errors: readonly string[];
    }
  | {
      readonly gradable: true;
      /** From 0 to 1. */
      readonly score: number;
      readonly message: string;
      readonly output: string;
      readonly tests: readonly PrairieLearnTest[];
    };

interface PrairieLearnTest {
  readonly name: string;
  readonly description: string;
  readonly points: number;
  readonly max_points: number;
  readonly message: string;
  readonly output: string;
}

/** Of what was printed, in characters: the whole file may have one megabyte. */
const OUTPUT_LIMIT = 2000;

/**
 * What an external grader writes to `/grade/results/results.json`. What cannot be graded, for a reason of the
 * student's or of ours, takes no attempt away. Pure.
 *
 * @see https://docs.prairielearn.com/externalGrading/#grading-results
 */
export function toPrairieLearn(
  results: Results,
  submission: SubmissionResult,
  language: Language,
): PrairieLearnResults {
  const mark = markOf(submission);
  const problem = noMark(submission, language) ?? problemOf(submission, language);
  if (mark === null || problem !== null) {
    const message = problem ?? '';
    return { gradable: false, message, format_errors: [message] };
  }
  const { maxPoints } = submission;
  return {
    gradable: true,
    score: maxPoints === 0 ? 0 : Math.min(1, mark / maxPoints),
    message: `${mark}/${maxPoints}`,
    output: '',
    tests: feedbackOf(results, submission, language).flatMap(toTests),
  };
}

function toTests({ exercise, title, checks, output }: ExerciseFeedback): PrairieLearnTest[] {
  return checks.map(({ sentence, points, maxPoints, detail }, index) => ({
    name: `${exercise}: ${sentence}`,
    description: title,
    points,
    max_points: maxPoints,
    message: detail,
    output: index === 0 ? output.slice(0, OUTPUT_LIMIT).toWellFormed() : '',
  }));
}
