import type { RunFact, Snapshot } from './snapshot.ts';

/** The workshop's experiment; every exercise logs there. */
export const EXPERIMENT = 'workshop-churn-learning';

/**
 * The run that a check speaks of: of the active runs with that name in the workshop's experiment,
 * the latest FINISHED one, else the latest.
 */
export function foundRun(snapshot: Snapshot, runName: string): RunFact | null {
  const candidates = runsNamed(snapshot, runName);
  return candidates.find((run) => run.status === 'FINISHED') ?? candidates[0] ?? null;
}

/** Active runs of that name in the workshop's experiment, newest first. */
export function runsNamed(snapshot: Snapshot, runName: string): readonly RunFact[] {
  return snapshot.runs.filter(
    (run) => run.name === runName && run.experimentName === EXPERIMENT && !run.deleted,
  );
}

/** As foundRun, for checks that need the run check: its absence is our mistake, not the student's. */
export function requireRun(snapshot: Snapshot, runName: string): RunFact {
  const run = foundRun(snapshot, runName);
  if (run === null) throw new Error(`no run ${runName}: this check must need the run check`);
  return run;
}
