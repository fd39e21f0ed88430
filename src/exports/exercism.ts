import { message, type Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { feedbackOf, problemOf, type CheckFeedback, type ExerciseFeedback } from './feedback.ts';
import { say } from './words.ts';

/** Exercism's `results.json`, version 3. */
export interface ExercismResults {
  readonly version: 3;
  readonly status: 'pass' | 'fail' | 'error';
  readonly message: string | null;
  readonly tests: readonly ExercismTest[];
}

interface ExercismTest {
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'error';
  readonly message: string | null;
  readonly output: string | null;
}

const OUTPUT_LIMIT = 500;
const TRUNCATED = '\nOutput was truncated. Please limit to 500 chars';

/**
 * What an Exercism test runner writes, for each exercise of a submission by name. Pure.
 *
 * @see https://exercism.org/docs/building/tooling/test-runners/interface
 */
export function toExercism(
  results: Results,
  submission: SubmissionResult,
  language: Language,
): ReadonlyMap<string, ExercismResults> {
  if (submission.outcome === 'infra-error') {
    const problem = problemOf(submission, language) ?? '';
    const sentence = say(message('export.no-mark', { problem }), language);
    return new Map(results.exercises.map(({ name }) => [name, failure(sentence)]));
  }
  return new Map(
    feedbackOf(results, submission, language).map((feedback) => [
      feedback.result.exercise,
      toResults(feedback, language),
    ]),
  );
}

function toResults(feedback: ExerciseFeedback, language: Language): ExercismResults {
  const { result, execution, checks } = feedback;
  if (result.broken) return failure(say(message('export.no-mark-broken'), language));
  if (result.checks.length === 0) return failure(checks[0]?.detail ?? '');
  // `error` is for what never ran: then the trouble is all there is to say.
  if (execution !== null && result.points === 0) return failure(execution.detail);
  return {
    version: 3,
    status: result.passed ? 'pass' : 'fail',
    message: null,
    tests: checks.map((check, index) => toTest(check, index === 0 ? feedback.output : '')),
  };
}

function toTest({ outcome, sentence, detail }: CheckFeedback, output: string): ExercismTest {
  const status = outcome === 'passed' ? 'pass' : outcome === 'failed' ? 'fail' : 'error';
  return {
    name: sentence,
    status,
    message: status === 'pass' ? null : detail,
    output: output === '' ? null : shortened(output),
  };
}

function failure(sentence: string): ExercismResults {
  return { version: 3, status: 'error', message: sentence, tests: [] };
}

/** The limit is in characters, whatever they are made of: UTF-16 units are never fewer. */
function shortened(output: string): string {
  return output.length <= OUTPUT_LIMIT
    ? output
    : output.slice(0, OUTPUT_LIMIT - TRUNCATED.length).toWellFormed() + TRUNCATED;
}
