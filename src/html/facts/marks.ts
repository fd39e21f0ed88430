import type { Results, SubmissionResult } from '../../results/results.ts';

/** A submission whose points say something about the student. */
export type Scored = SubmissionResult & { readonly points: number };

/** All but those that met trouble of ours: no mark, or a check that broke. */
export function scored({ submissions }: Pick<Results, 'submissions'>): Scored[] {
  return submissions.filter(
    (submission): submission is Scored => submission.points !== null && !isTroubled(submission),
  );
}

/** Whether trouble of ours stands between the submission and its mark. */
export function isTroubled({ outcome, exercises }: SubmissionResult): boolean {
  return outcome === 'infra-error' || exercises.some(({ broken }) => broken);
}

export interface Distribution {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly full: number;
  /** How many have from 0 % to below 10 % of the points, and so on; the last bin holds 100 % too. */
  readonly bins: readonly number[];
}

const BINS = 10;

/** Null for a class without any mark. */
export function distribution(submissions: readonly Scored[]): Distribution | null {
  if (submissions.length === 0) return null;
  const points = submissions.map((submission) => submission.points);
  const bins = Array.from({ length: BINS }, () => 0);
  for (const { points, maxPoints } of submissions) {
    const share = maxPoints === 0 ? 0 : points / maxPoints;
    const bin = Math.min(BINS - 1, Math.floor(share * BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return {
    count: points.length,
    mean: points.reduce((sum, value) => sum + value, 0) / points.length,
    median: median(points),
    full: submissions.filter(({ points, maxPoints }) => points === maxPoints).length,
    bins,
  };
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}
