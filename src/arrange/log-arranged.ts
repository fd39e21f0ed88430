import {
  modelFiles,
  type LoggedModel,
  type ModelParts,
  type Mlflow,
  type Run,
} from '../mlflow/index.ts';
import { ARRANGED } from './arranged-tag.ts';

export interface ArrangedLog {
  readonly experimentId: string;
  readonly name: string;
  /** The run's model, under the name `model`; none when null. */
  readonly model: ModelParts | null;
  readonly metrics: Readonly<Record<string, number>>;
  readonly status: 'FAILED' | 'FINISHED';
}

/**
 * Logs a run of the grader's in as few requests as it takes: a class waits for them at each submission. What it leaves
 * out of `mlflow.logModel` are the files from which a model's environment is made, and its links to metrics.
 */
export async function logArranged(
  { client }: Mlflow,
  { experimentId, name, model, metrics, status }: ArrangedLog,
): Promise<{ readonly run: Run; readonly logged: LoggedModel | null }> {
  const run = await client.createRun(experimentId, { runName: name, tags: ARRANGED });
  const { runId } = run.info;
  let logged: LoggedModel | null = null;
  if (model !== null) {
    logged = await client.createLoggedModel({ experimentId, name: 'model', sourceRunId: runId });
    const { modelId, artifactLocation: artifactPath } = logged;
    await client.logOutputs(runId, [{ modelId, step: 0 }]);
    const mlflowVersion = await client.serverVersion();
    const files = await modelFiles(model, { modelId, runId, artifactPath, mlflowVersion });
    const folder = client.folderAt(artifactPath);
    for (const path of ['MLmodel', ...Object.keys(model.files)])
      await folder.write(path, files[path] ?? '');
    await client.finalizeLoggedModel(modelId, 'READY');
  }
  const timestamp = Date.now();
  const values = Object.entries(metrics).map(([key, value]) => ({
    key,
    value,
    timestamp,
    step: 0,
  }));
  await client.logBatch(runId, { metrics: values });
  await client.setTerminated(runId, status);
  return { run, logged };
}
