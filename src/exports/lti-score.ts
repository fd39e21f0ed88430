import type { Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { feedbackOf, problemOf } from './feedback.ts';
import { markOf } from './mark.ts';
import { oneLine } from './plain-text.ts';

/** The body of a `POST {lineitem}/scores` of the LTI Assignment and Grade Services. */
export interface LtiScore {
  readonly userId: string;
  readonly scoreGiven: number;
  readonly scoreMaximum: number;
  readonly comment: string;
  readonly timestamp: string;
  readonly activityProgress: 'Completed';
  readonly gradingProgress: 'FullyGraded';
}

/**
 * A score body (`application/vnd.ims.lis.v1.score+json`); null without a mark, since a body without
 * `scoreGiven` clears the score that the platform has. Pure.
 *
 * @param userId the platform's own id of the student; Canvas takes its user number as well
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
 */
export function toLtiScore(
  results: Results,
  submission: SubmissionResult,
  userId: string,
  language: Language,
): LtiScore | null {
  const mark = markOf(submission);
  if (mark === null) return null;
  const lines = feedbackOf(results, submission, language).map(
    ({ exercise, result }) => `${exercise}: ${result.points}/${result.maxPoints}`,
  );
  return {
    userId: oneLine(userId),
    scoreGiven: mark,
    scoreMaximum: submission.maxPoints,
    comment: problemOf(submission, language) ?? lines.join('\n'),
    // Platforms refuse a score that is not later than the last, to parts of a second.
    timestamp: new Date(submission.gradedAt).toISOString(),
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
  };
}
