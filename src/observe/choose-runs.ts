import { EXPERIMENT } from '../judge/found-run.ts';
import type { Run } from '../mlflow/index.ts';

/** A run, and the name of its experiment. */
export interface PlacedRun {
  readonly run: Run;
  readonly experimentName: string;
}

/**
 * The runs that are looked into, in that order: those that a check may speak of come before all others, whenever
 * they were made.
 *
 * @param runs newest first
 * @param names of runs that the exercise asks for
 * @param ids of runs that something else of the submission's points at
 */
export function chooseRuns(
  runs: readonly PlacedRun[],
  most: number,
  names: readonly string[],
  ids: ReadonlySet<string>,
): readonly PlacedRun[] {
  const rank = ({ run: { info }, experimentName }: PlacedRun): number => {
    const asked = names.includes(info.runName);
    const ended = info.status === 'FINISHED' && info.lifecycleStage === 'active';
    if (asked && ended && experimentName === EXPERIMENT) return 0;
    if (ids.has(info.runId)) return 1;
    return asked ? 2 : 3;
  };
  return runs.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}
