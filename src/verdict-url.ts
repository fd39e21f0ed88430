import { foundRun } from './judge/found-run.ts';
import type { Grader } from './judge/grader.ts';
import { nearest } from './judge/nearest.ts';
import type { RunFact, Snapshot } from './judge/snapshot.ts';
import { modelVersionUrl, runUrl } from './server/index.ts';
import type { TrackingServer } from './server/tracking-server.ts';

/**
 * Where a verdict leads to in MLflow's UI: the run that counts, else the one that was most likely meant; where none was
 * asked for, the best run or the version that was arranged. Nowhere for an exercise that never ran.
 *
 * @param graders of all exercises of the file: the run of another one is not this one's
 */
export function verdictUrl(
  grader: Pick<Grader, 'name' | 'arrange' | 'checks'>,
  snapshot: Snapshot,
  server: Pick<TrackingServer, 'uri' | 'workspaces'>,
  graders: readonly Pick<Grader, 'name' | 'checks'>[],
  workspace?: string,
): string | null {
  if (snapshot.notRun !== undefined) return null;
  const place = workspace === undefined ? {} : { workspace };
  const asked = namesOf(grader);
  const { runs, version } = snapshot.arranged;
  const others = graders.filter(({ name }) => name !== grader.name);
  const run = meantRun(asked, others.flatMap(namesOf), snapshot);
  if (run !== null && (asked.length > 0 || (runs.length === 0 && version === null))) {
    return runUrl(server, { experimentId: run.experimentId, runId: run.id, ...place });
  }
  if (grader.arrange === 'registered-model') {
    return version === null ? null : modelVersionUrl(server, { ...version, ...place });
  }
  const best = asked.length > 0 ? undefined : runs.find((arranged) => arranged.rank === 1);
  return best === undefined
    ? null
    : runUrl(server, { experimentId: best.experimentId, runId: best.id, ...place });
}

const namesOf = ({ checks }: Pick<Grader, 'checks'>) =>
  checks.flatMap(({ runName }) => runName ?? []);

/** The newest where the file is for this exercise alone; else one of its name, or nearly so. */
function meantRun(
  asked: readonly string[],
  ofOthers: readonly string[],
  snapshot: Snapshot,
): RunFact | null {
  const [named] = asked.flatMap((name) => foundRun(snapshot, name) ?? []);
  if (named !== undefined) return named;
  const [newest = null] = snapshot.runs;
  if (ofOthers.length === 0) return newest;
  const own = snapshot.runs.filter(({ name }) => !ofOthers.includes(name));
  const near = nearest(
    asked[0] ?? '',
    own.map(({ name }) => name),
  );
  return own.find(({ name }) => name === near) ?? null;
}
