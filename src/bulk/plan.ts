import type { Submission } from '../submissions/submission.ts';
import type { StoredResult } from './stored-result.ts';

/** What is to be done with the submissions of a class. */
export interface Plan {
  readonly toGrade: readonly Submission[];
  /** Graded before, and taken as they are. */
  readonly kept: readonly StoredResult[];
  /** Of the kept: how many were graded by other graders or limits than now. */
  readonly outdated: number;
}

export interface PlanOptions {
  readonly rulesHash: string;
  /** Ids that alone are graded; all when absent. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Grade again what has a result already. */
  readonly regrade: boolean;
}

/**
 * A submission is graded when it has no result yet, when it is no longer the one that was graded, when
 * trouble of ours was its result, or when everything is graded again.
 */
export function planGrading(
  submissions: readonly Submission[],
  stored: ReadonlyMap<string, StoredResult>,
  { rulesHash, only, regrade }: PlanOptions,
): Plan {
  const toGrade: Submission[] = [];
  const kept: StoredResult[] = [];
  for (const submission of submissions) {
    const before = stored.get(submission.id);
    const chosen = only === undefined || only.has(submission.id);
    const valid =
      before !== undefined &&
      before.result.outcome !== 'infra-error' &&
      before.result.contentHash === submission.contentHash;
    if (chosen && (regrade || !valid)) toGrade.push(submission);
    else if (before !== undefined) kept.push(before);
  }
  return {
    toGrade,
    kept,
    outdated: kept.filter((one) => one.rulesHash !== rulesHash).length,
  };
}
