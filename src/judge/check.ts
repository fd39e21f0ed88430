import type { Sentence } from '../messages/sentence.ts';
import type { Evidence } from './origin-of.ts';
import type { Snapshot } from './snapshot.ts';

/** A student's mistake: what was asked and seen, and what to try next where that is known. */
export interface Failure {
  readonly message: Sentence;
  readonly hint?: Sentence;
  /** What was seen: where the submission made it is told with the failure. */
  readonly evidence?: Evidence;
}

/** One question to a snapshot. `test` is pure and returns null when the answer is right. */
export interface Check {
  /** Stable name inside its grader, kebab-case. */
  readonly id: string;
  readonly points: number;
  readonly sentence: Sentence;
  /** What to try when it fails and the failure itself has no better idea. */
  readonly hint: Sentence;
  /** Ids of the checks that must have passed for this one to mean anything. */
  readonly needs: readonly string[];
  /** Name of the run that it asks for: of many runs, those of that name are looked into first. */
  readonly runName?: string;
  readonly test: (snapshot: Snapshot) => Failure | null;
}

export function failure(message: Sentence, hint?: Sentence): Failure {
  return hint === undefined ? { message } : { message, hint };
}

/** The failure, with what it speaks of. */
export function about(evidence: Evidence, failed: Failure): Failure {
  return { ...failed, evidence };
}
