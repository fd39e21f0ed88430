import pMap from 'p-map';
import type { Mlflow } from '../mlflow/index.ts';
import { ARRANGED } from './arranged-tag.ts';

/** Requests at the same time. */
const AT_ONCE = 4;

/**
 * Removes what an earlier arrangement left, so that a student's MLflow fills with their own runs only.
 * Runs go to MLflow's bin; versions, which have none, are deleted.
 */
export async function clearArranged(mlflow: Mlflow): Promise<void> {
  const experiments = await mlflow.searchExperiments();
  if (experiments.length === 0) return;
  const runs = await mlflow.searchRuns({
    experimentIds: experiments.map((experiment) => experiment.experimentId),
    filterString: Object.entries(ARRANGED)
      .map(([key, value]) => `tags.\`${key}\` = '${value}'`)
      .join(' AND '),
  });
  if (runs.length === 0) return;
  const ids = new Set(runs.map((run) => run.info.runId));
  const versions = await mlflow.searchModelVersions();
  for (const { name, version, runId } of versions) {
    if (runId !== null && ids.has(runId)) await mlflow.client.deleteModelVersion(name, version);
  }
  await pMap(ids, async (id) => await mlflow.client.deleteRun(id), { concurrency: AT_ONCE });
}
