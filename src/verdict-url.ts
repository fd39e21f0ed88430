import { foundRun } from './judge/found-run.ts';
import type { Grader } from './judge/grader.ts';
import type { Snapshot } from './judge/snapshot.ts';
import { modelVersionUrl, runUrl } from './server/index.ts';
import type { TrackingServer } from './server/tracking-server.ts';

/**
 * Where a verdict leads to in MLflow's UI: the run that counts, else the newest; where none was asked for, the best
 * run or the version that was arranged.
 */
export function verdictUrl(
  { checks }: Pick<Grader, 'checks'>,
  snapshot: Snapshot,
  server: Pick<TrackingServer, 'uri' | 'workspaces'>,
  workspace?: string,
): string | null {
  const place = workspace === undefined ? {} : { workspace };
  const asked = checks.flatMap(({ runName }) => runName ?? []);
  const [named] = asked.flatMap((name) => foundRun(snapshot, name) ?? []);
  const { runs, version } = snapshot.arranged;
  const run = named ?? snapshot.runs[0];
  if (run !== undefined && (asked.length > 0 || (runs.length === 0 && version === null))) {
    return runUrl(server, { experimentId: run.experimentId, runId: run.id, ...place });
  }
  const best = runs.find((arranged) => arranged.rank === 1);
  if (best !== undefined) {
    return runUrl(server, { experimentId: best.experimentId, runId: best.id, ...place });
  }
  return version === null ? null : modelVersionUrl(server, { ...version, ...place });
}
