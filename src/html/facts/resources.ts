import type { Results, SubmissionResult } from '../../results/results.ts';
import { median } from './marks.ts';

/** What the answers to an exercise took. */
export interface Resources {
  readonly exercise: string;
  readonly answers: number;
  readonly medianMs: number;
  readonly slowest: Measured;
  readonly limitMs: number | null;
  /** Null where the sandbox does not measure it. */
  readonly memory: { readonly medianBytes: number; readonly largest: Measured } | null;
}

export interface Measured {
  readonly submission: SubmissionResult;
  readonly value: number;
}

/** One for each exercise that any submission ran. */
export function resources({ exercises, submissions }: Results): Resources[] {
  return exercises.flatMap(({ name }) => {
    const runs = submissions.flatMap((submission) =>
      submission.exercises
        .filter(({ exercise }) => exercise === name)
        .map((result) => ({ submission, result })),
    );
    const times = runs.flatMap(({ submission, result }) => measured(submission, result.durationMs));
    const sizes = runs.flatMap(({ submission, result }) =>
      measured(submission, result.memoryBytes),
    );
    const slowest = largest(times);
    const biggest = largest(sizes);
    if (slowest === null) return [];
    return [
      {
        exercise: name,
        answers: times.length,
        medianMs: median(times.map(({ value }) => value)),
        slowest,
        limitMs: runs.find(({ result }) => result.limitMs !== null)?.result.limitMs ?? null,
        memory:
          biggest === null
            ? null
            : { medianBytes: median(sizes.map(({ value }) => value)), largest: biggest },
      },
    ];
  });
}

function measured(submission: SubmissionResult, value: number | null): Measured[] {
  return value === null ? [] : [{ submission, value }];
}

function largest(values: readonly Measured[]): Measured | null {
  return values.reduce<Measured | null>(
    (most, one) => (most === null || one.value > most.value ? one : most),
    null,
  );
}
