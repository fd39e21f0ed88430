import type { MlflowClient } from './client.ts';
import { inParallel } from './in-parallel.ts';
import { modelFiles, type ModelParts } from './model-files.ts';
import { registerModel } from './register-model.ts';
import type { LoggedModel, Metric, Run, Tags } from './types.ts';

export interface LogModelOptions extends ModelParts {
  /** `model` in most of MLflow's examples. */
  readonly name: string;
  readonly registeredModelName?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Tags;
  readonly modelType?: string;
  /** Step of the run that made the model; the run's metrics of that step become the model's too. */
  readonly step?: number;
  /** MLflow that the model asks for; the server's version unless given. */
  readonly mlflowVersion?: string;
}

export interface ModelInfo {
  readonly modelId: string;
  /** `models:/m-…` */
  readonly modelUri: string;
  readonly name: string;
  readonly runId: string | null;
  readonly artifactPath: string;
  /** Null unless `registeredModelName` was given. */
  readonly registeredModelVersion: string | null;
}

export interface ModelOwner {
  readonly experimentId: string;
  readonly runId: string | null;
  /** Who and what made it, as tags. */
  readonly sourceTags: Tags;
}

const UPLOADS_AT_ONCE = 4;

/**
 * Logs a model in the order that Python does: LoggedModel PENDING, linked to its run and metrics,
 * files, READY. When a file cannot be uploaded the LoggedModel is left FAILED.
 */
export async function logModel(
  client: MlflowClient,
  owner: ModelOwner,
  options: LogModelOptions,
): Promise<ModelInfo> {
  const { name, registeredModelName, step = 0 } = options;
  const run = owner.runId === null ? null : await client.getRun(owner.runId);
  const model = await client.createLoggedModel({
    experimentId: owner.experimentId,
    name,
    params: { ...options.params, ...run?.data.params },
    tags: { ...owner.sourceTags, ...options.tags },
    ...(owner.runId === null ? {} : { sourceRunId: owner.runId }),
    ...(options.modelType === undefined ? {} : { modelType: options.modelType }),
  });
  try {
    if (run !== null) await linkToRun(client, run, model.modelId, step);
    await uploadFiles(client, owner, model, options);
  } catch (error) {
    await client.finalizeLoggedModel(model.modelId, 'FAILED').catch(() => null);
    throw error;
  }
  await client.finalizeLoggedModel(model.modelId, 'READY');
  const registered =
    registeredModelName === undefined
      ? null
      : await registerModel(client, model.modelUri, registeredModelName);
  return {
    modelId: model.modelId,
    modelUri: model.modelUri,
    name,
    runId: owner.runId,
    artifactPath: model.artifactLocation,
    registeredModelVersion: registered?.version ?? null,
  };
}

async function uploadFiles(
  client: MlflowClient,
  owner: ModelOwner,
  model: LoggedModel,
  options: LogModelOptions,
): Promise<void> {
  const files = await modelFiles(options, {
    modelId: model.modelId,
    runId: owner.runId,
    artifactPath: model.artifactLocation,
    mlflowVersion: options.mlflowVersion ?? (await client.serverVersion()),
  });
  const folder = client.folderAt(model.artifactLocation);
  await inParallel(Object.entries(files), UPLOADS_AT_ONCE, async ([path, content]) => {
    await folder.write(path, content);
  });
}

async function linkToRun(client: MlflowClient, run: Run, modelId: string, step: number) {
  const { runId } = run.info;
  await client.logOutputs(runId, [{ modelId, step }]);
  const keys = Object.keys(run.data.metrics);
  const histories = await Promise.all(
    keys.map(async (key) => await client.getMetricHistory(runId, key)),
  );
  const ofStep = (metric: Metric): boolean => metric.step === step && metric.modelId === null;
  const metrics = histories
    .flat()
    .filter(ofStep)
    .map(({ key, value, timestamp }) => ({ key, value, timestamp, step, modelId }));
  await client.logBatch(runId, { metrics });
}
