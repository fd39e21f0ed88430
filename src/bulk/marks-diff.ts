import type { SubmissionResult } from '../results/results.ts';

/** What grading again changed. */
export interface MarksDiff {
  readonly gain: readonly MarkChange[];
  readonly lose: readonly MarkChange[];
  readonly same: number;
}

export interface MarkChange {
  readonly id: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** Submissions without points, before or after, are in neither: trouble of ours is no mark. */
export function diffMarks(
  before: ReadonlyMap<string, SubmissionResult>,
  after: readonly SubmissionResult[],
): MarksDiff {
  const changes = after.flatMap(({ id, name, points }): MarkChange[] => {
    const earlier = before.get(id)?.points ?? null;
    return points === null || earlier === null
      ? []
      : [{ id, name, before: earlier, after: points }];
  });
  return {
    gain: changes.filter((change) => change.after > change.before),
    lose: changes.filter((change) => change.after < change.before),
    same: changes.filter((change) => change.after === change.before).length,
  };
}
