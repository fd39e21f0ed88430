import type { ExerciseResult, Results, SubmissionResult } from '../../results/results.ts';
import { median } from './marks.ts';

/** What the answers to an exercise took. */
export interface Resources {
  /** Null for files that hold several. */
  readonly exercise: string | null;
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

/** One for each exercise that any submission ran alone, and one for files that hold several. */
export function resources({ exercises, submissions }: Results): Resources[] {
  const names = exercises.map(({ name }) => name);
  return [...names, null].flatMap((name) => {
    const runs = submissions.flatMap((submission) =>
      submission.exercises
        .filter((result) => told(submission, result) === name)
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

/** Of which exercise a result tells the time. */
function told({ exercises }: SubmissionResult, { exercise }: ExerciseResult): string | null {
  return exercises.some(({ ranWith }) => ranWith === exercise) ? null : exercise;
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
