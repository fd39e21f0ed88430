import { foundRun } from './judge/found-run.ts';
import type { Snapshot } from './judge/snapshot.ts';
import { modelVersionUrl, runUrl } from './server/index.ts';
import type { TrackingServer } from './server/tracking-server.ts';

/**
 * Where a verdict leads to in MLflow's UI: the run that counts; where none was asked for, the best run or
 * the version that was arranged.
 */
export function verdictUrl(
  snapshot: Snapshot,
  server: Pick<TrackingServer, 'uri' | 'workspaces'>,
  workspace?: string,
): string | null {
  const place = workspace === undefined ? {} : { workspace };
  const named = snapshot.runs.flatMap((run) => foundRun(snapshot, run.name) ?? [])[0];
  const run = named ?? snapshot.runs[0];
  if (run !== undefined) {
    return runUrl(server, { experimentId: run.experimentId, runId: run.id, ...place });
  }
  const { runs, version } = snapshot.arranged;
  const best = runs.find((arranged) => arranged.rank === 1);
  if (best !== undefined) {
    return runUrl(server, { experimentId: best.experimentId, runId: best.id, ...place });
  }
  return version === null ? null : modelVersionUrl(server, { ...version, ...place });
}
