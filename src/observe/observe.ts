import pMap from 'p-map';
import type {
  Arranged,
  Execution,
  Json,
  RequestFact,
  Snapshot,
  VersionFact,
} from '../judge/snapshot.ts';
import type { ImageReader } from '../images/image-reader.ts';
import type { Mlflow, ModelVersion } from '../mlflow/index.ts';
import type { WorkshopData } from '../workshop/index.ts';
import { allRuns, type Baseline } from './baseline.ts';
import { startBudget } from './budget.ts';
import { chooseRuns } from './choose-runs.ts';
import { observeRun } from './observe-run.ts';
import type { PythonModels } from './python-models.ts';
import type { Scorer } from './score-here.ts';

export interface Observation {
  readonly exercise: string;
  readonly language: Snapshot['language'];
  readonly part: boolean;
  /** Names of the runs that it asks for. */
  readonly askedRuns: readonly string[];
  readonly mlflow: Mlflow;
  readonly data: WorkshopData;
  /** Where logged models predict. */
  readonly scorer: Scorer;
  /** Where those of Python's flavours do. */
  readonly pythonModels?: PythonModels | undefined;
  readonly images: ImageReader;
  readonly baseline: Baseline;
  readonly arranged: Arranged;
  readonly execution: Execution;
  readonly returned: Json;
  readonly requests: readonly RequestFact[];
}

/** More new runs than this are not looked into. */
const MAX_RUNS = 200;
/** Runs that are looked into at the same time. */
const AT_ONCE = 4;

/** Reads what the submission left in MLflow. The submission must be dead by now. */
export async function observe(observation: Observation): Promise<Snapshot> {
  const { exercise, language, part, mlflow, data, baseline, arranged } = observation;
  const { execution, returned, requests } = observation;
  const [runs, allVersions] = await Promise.all([allRuns(mlflow), mlflow.searchModelVersions()]);
  const fresh = runs.filter(({ run }) => !baseline.runIds.has(run.info.runId));
  const versions = allVersions
    .filter(({ name, version }) => !baseline.versions.has(`${name}/${version}`))
    .map(toVersionFact);
  const registered = new Set(versions.flatMap(({ runId }) => runId ?? []));
  const chosen = chooseRuns(fresh, MAX_RUNS, observation.askedRuns, registered);
  const budget = startBudget();
  const looking = {
    scorer: budget.scorer(observation.scorer),
    pythonModels: observation.pythonModels && budget.pythonModels(observation.pythonModels),
    images: budget.images(observation.images),
    budget,
  };
  const facts = await pMap(
    chosen,
    async ({ run, experimentName }) => await observeRun(mlflow, run, experimentName, data, looking),
    { concurrency: AT_ONCE },
  );
  const factOf = new Map(facts.map((fact) => [fact.id, fact]));
  return {
    schema: 'snapshot/v1',
    exercise,
    language,
    part,
    execution,
    returned,
    runs: fresh.flatMap(({ run }) => factOf.get(run.info.runId) ?? []),
    runCount: fresh.length,
    earlierRunNames: baseline.runNames,
    versions,
    arranged,
    requests: [...requests],
  };
}

export function toVersionFact(version: ModelVersion): VersionFact {
  const { name, status, runId, modelId, source } = version;
  return { name, version: version.version, status, runId, modelId, source };
}
