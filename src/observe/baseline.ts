import type { Mlflow } from '../mlflow/index.ts';
import { EXPERIMENT } from '../judge/found-run.ts';

/** What MLflow held before the submission ran: everything else is the submission's. */
export interface Baseline {
  readonly runIds: ReadonlySet<string>;
  /** `name/version` of every model version. */
  readonly versions: ReadonlySet<string>;
  readonly runNames: readonly string[];
}

export async function takeBaseline(mlflow: Mlflow): Promise<Baseline> {
  const [runs, versions] = await Promise.all([allRuns(mlflow), mlflow.searchModelVersions()]);
  return {
    runIds: new Set(runs.map(({ run }) => run.info.runId)),
    versions: new Set(versions.map(({ name, version }) => `${name}/${version}`)),
    runNames: runs
      .filter(
        ({ experimentName, run }) =>
          experimentName === EXPERIMENT && run.info.lifecycleStage === 'active',
      )
      .map(({ run }) => run.info.runName),
  };
}

/** Every run of every experiment, deleted ones included, newest first. */
export async function allRuns(mlflow: Mlflow) {
  const experiments = await mlflow.searchExperiments({ viewType: 'ALL' });
  const nameOf = new Map(experiments.map((e) => [e.experimentId, e.name]));
  if (experiments.length === 0) return [];
  const runs = await mlflow.searchRuns({
    experimentIds: [...nameOf.keys()],
    runViewType: 'ALL',
    orderBy: ['attributes.start_time DESC'],
  });
  return runs.map((run) => ({ run, experimentName: nameOf.get(run.info.experimentId) ?? '' }));
}
