import type { Bilingual } from '../../messages/sentence.ts';
import type { Results, SubmissionResult } from '../../results/results.ts';

/** A check that submissions failed, and what they were told. */
export interface Mistake {
  readonly exercise: string;
  readonly sentence: Bilingual;
  readonly submissions: readonly SubmissionResult[];
  /** The different messages, the most frequent first. */
  readonly messages: readonly { readonly message: Bilingual; readonly count: number }[];
}

/** Failed checks, the most frequent first. */
export function mistakes({ submissions }: Pick<Results, 'submissions'>): Mistake[] {
  const found = new Map<string, Collected>();
  for (const submission of submissions) {
    for (const { exercise, checks } of submission.exercises) {
      for (const { id, outcome, sentence, message } of checks) {
        if (outcome !== 'failed') continue;
        const key = `${exercise} ${id}`;
        const one: Collected = found.get(key) ?? {
          exercise,
          sentence,
          submissions: [],
          messages: new Map(),
        };
        found.set(key, one);
        one.submissions.push(submission);
        if (message === null) continue;
        const seen = one.messages.get(message.en) ?? { message, count: 0 };
        one.messages.set(message.en, { message, count: seen.count + 1 });
      }
    }
  }
  return [...found.values()]
    .map((one) => ({
      ...one,
      messages: [...one.messages.values()].toSorted((a, b) => b.count - a.count),
    }))
    .toSorted((a, b) => b.submissions.length - a.submissions.length);
}

interface Collected {
  readonly exercise: string;
  readonly sentence: Bilingual;
  readonly submissions: SubmissionResult[];
  readonly messages: Map<string, { message: Bilingual; count: number }>;
}
