import { message, type Language } from '../messages/sentence.ts';
import type { SubmissionResult } from '../results/results.ts';
import { problemOf } from './feedback.ts';
import { markOf } from './mark.ts';
import { say } from './words.ts';

/** Why a submission has no mark; null for one that has. */
export function noMark(submission: SubmissionResult, language: Language): string | null {
  if (markOf(submission) !== null) return null;
  const problem = problemOf(submission, language);
  return problem === null
    ? say(message('export.no-mark-broken'), language)
    : say(message('export.no-mark', { problem }), language);
}
