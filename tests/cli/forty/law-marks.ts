import type { Grader } from '../../../src/judge/grader.ts';
import type { CheckResult } from '../../../src/judge/judge.ts';

/** What one exercise has to get. */
export interface Mark {
  readonly points: number;
  /** Outcome of each check by its id. */
  readonly checks: Readonly<Record<string, CheckResult['outcome']>>;
}

/** The mark of an answer that fails the checks it is named for: what needs them is skipped, the rest passes. */
export function markOf({ checks }: Grader, fails: readonly string[]): Mark {
  const outcomes: Record<string, CheckResult['outcome']> = {};
  let points = 0;
  for (const { id, needs, points: worth } of checks) {
    const blocked = needs.some((need) => outcomes[need] !== 'passed');
    outcomes[id] = blocked ? 'skipped' : fails.includes(id) ? 'failed' : 'passed';
    if (outcomes[id] === 'passed') points += worth;
  }
  return { points, checks: outcomes };
}
