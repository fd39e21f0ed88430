import type { Bilingual } from '../../messages/sentence.ts';
import type { CheckFact, Results, SubmissionResult } from '../../results/results.ts';
import { byFrequency, type Said } from './by-frequency.ts';

/** A check that submissions failed, and what they were told. */
export interface Mistake {
  readonly exercise: string;
  /** What the check asks: programs in Python may be asked in other words than those in TypeScript. The most frequent first. */
  readonly sentences: readonly Bilingual[];
  readonly submissions: readonly SubmissionResult[];
  /** The different messages, the most frequent first. */
  readonly messages: readonly Said[];
}

/** Failed checks, the most frequent first. */
export function mistakes({ submissions }: Pick<Results, 'submissions'>): Mistake[] {
  const failed = submissions.flatMap((submission) =>
    submission.exercises.flatMap(({ exercise, checks }) =>
      checks
        .filter(({ outcome }) => outcome === 'failed')
        .map((check) => ({ exercise, submission, check })),
    ),
  );
  const found = Map.groupBy(failed, ({ exercise, check }) => `${exercise} ${check.id}`);
  return [...found.values()]
    .map((all) => ({
      exercise: all[0]?.exercise ?? '',
      ...saidOf(all.map(({ check }) => check)),
      submissions: all.map(({ submission }) => submission),
    }))
    .toSorted((a, b) => b.submissions.length - a.submissions.length);
}

function saidOf(checks: readonly CheckFact[]): Pick<Mistake, 'sentences' | 'messages'> {
  return {
    sentences: byFrequency(checks.map(({ sentence }) => sentence)).map(({ message }) => message),
    messages: byFrequency(checks.flatMap(({ message }) => message ?? [])),
  };
}
