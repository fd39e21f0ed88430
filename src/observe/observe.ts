import type {
  Arranged,
  Execution,
  Json,
  RequestFact,
  Snapshot,
  VersionFact,
} from '../judge/snapshot.ts';
import type { Mlflow, ModelVersion } from '../mlflow/index.ts';
import type { WorkshopData } from '../workshop/index.ts';
import { allRuns, type Baseline } from './baseline.ts';
import { observeRun } from './observe-run.ts';
import type { Scorer } from './score-here.ts';

export interface Observation {
  readonly exercise: string;
  readonly mlflow: Mlflow;
  readonly data: WorkshopData;
  /** Where logged models predict. */
  readonly scorer: Scorer;
  readonly baseline: Baseline;
  readonly arranged: Arranged;
  readonly execution: Execution;
  readonly returned: Json;
  readonly requests: readonly RequestFact[];
}

/** More new runs than this are not looked into. */
const MAX_RUNS = 200;

/** Reads what the submission left in MLflow. The submission must be dead by now. */
export async function observe(observation: Observation): Promise<Snapshot> {
  const { exercise, mlflow, data, baseline, arranged, execution, returned, requests } = observation;
  const [runs, versions] = await Promise.all([allRuns(mlflow), mlflow.searchModelVersions()]);
  const fresh = runs.filter(({ run }) => !baseline.runIds.has(run.info.runId)).slice(0, MAX_RUNS);
  return {
    schema: 'snapshot/v1',
    exercise,
    execution,
    returned,
    runs: await Promise.all(
      fresh.map(({ run, experimentName }) =>
        observeRun(mlflow, run, experimentName, data, observation.scorer),
      ),
    ),
    earlierRunNames: baseline.runNames,
    versions: versions
      .filter(({ name, version }) => !baseline.versions.has(`${name}/${version}`))
      .map(toVersionFact),
    arranged,
    requests: [...requests],
  };
}

export function toVersionFact(version: ModelVersion): VersionFact {
  const { name, status, runId, modelId } = version;
  return { name, version: version.version, status, runId, modelId };
}
