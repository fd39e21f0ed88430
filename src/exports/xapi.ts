import { v5 as uuidV5 } from 'uuid';
import type { Bilingual } from '../messages/sentence.ts';
import type { ExerciseResult, Results, SubmissionResult } from '../results/results.ts';
import { oneLine } from './plain-text.ts';

export interface XapiOptions {
  /** The home page of the system whose accounts the students have: an absolute address. */
  readonly homePage: string;
  /** What the exercises' names are appended to, to name them for everybody: an absolute IRI ending in `/`. */
  readonly activities: string;
}

/** An xAPI 1.0.3 statement, as far as it is filled. */
export interface XapiStatement {
  readonly id: string;
  readonly actor: {
    readonly objectType: 'Agent';
    readonly name?: string;
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly verb: { readonly id: string; readonly display: Bilingual };
  readonly object: {
    readonly objectType: 'Activity';
    readonly id: string;
    readonly definition: { readonly type: string; readonly name: Bilingual };
  };
  readonly result: {
    /** Absent from an exercise that gives no points: `max` must be more than `min`. */
    readonly score?: {
      readonly scaled: number;
      readonly raw: number;
      readonly min: 0;
      readonly max: number;
    };
    readonly success: boolean;
    readonly completion: boolean;
    readonly duration?: string;
  };
  readonly timestamp: string;
}

/** Made once with uuid v4: the same results always give statements of the same ids. */
const NAMESPACE = '5d3f4a8e-0a51-4d0c-9d0e-3a4f3c1b7a52';

const VERBS = {
  passed: {
    id: 'http://adlnet.gov/expapi/verbs/passed',
    display: { en: 'passed', fr: 'a réussi' },
  },
  failed: {
    id: 'http://adlnet.gov/expapi/verbs/failed',
    display: { en: 'failed', fr: 'n’a pas réussi' },
  },
} as const;

/**
 * A statement for each exercise that was handed in and graded: passed, or failed, with its points. Sent
 * twice, a record store keeps each once. Pure.
 *
 * @see https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md
 */
export function toXapi(results: Results, options: XapiOptions): readonly XapiStatement[] {
  return results.submissions.flatMap((submission) =>
    submission.outcome === 'graded'
      ? submission.exercises
          .filter(({ outcome, broken }) => !broken && outcome !== 'missing' && outcome !== 'to-do')
          .map((result) => toStatement(results, submission, result, options))
      : [],
  );
}

function toStatement(
  results: Results,
  submission: SubmissionResult,
  result: ExerciseResult,
  options: XapiOptions,
): XapiStatement {
  const { exercise, passed, outcome, points, maxPoints, durationMs } = result;
  const info = results.exercises.find(({ name }) => name === exercise);
  const title = info?.title ?? { fr: exercise, en: exercise };
  const verb = passed ? VERBS.passed : VERBS.failed;
  const person = oneLine(submission.name);
  return {
    id: uuidV5([submission.id, exercise, submission.gradedAt].join('\n'), NAMESPACE),
    actor: {
      objectType: 'Agent',
      ...(person !== '' && { name: person }),
      account: { homePage: options.homePage, name: accountOf(submission) },
    },
    verb,
    object: {
      objectType: 'Activity',
      id: new URL(encodeURIComponent(exercise), options.activities).href,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/assessment',
        name: { fr: oneLine(title.fr), en: oneLine(title.en) },
      },
    },
    result: {
      ...(maxPoints > 0 && {
        score: {
          scaled: Math.min(1, points / maxPoints),
          raw: points,
          min: 0 as const,
          max: maxPoints,
        },
      }),
      success: passed,
      completion: outcome === 'graded',
      ...(durationMs !== null && { duration: `PT${(durationMs / 1000).toFixed(2)}S` }),
    },
    timestamp: submission.gradedAt,
  };
}

/** What the platform knows the student by, else the name of the submission's folder. */
function accountOf({ id, identity }: SubmissionResult): string {
  const { studentId, githubLogin, canvasUserId, moodleParticipant, email } = identity;
  const known = studentId ?? githubLogin ?? canvasUserId ?? email ?? moodleParticipant ?? id;
  return oneLine(known) || id;
}
