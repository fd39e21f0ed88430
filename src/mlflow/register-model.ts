import { setTimeout as sleep } from 'node:timers/promises';
import { check } from './check.ts';
import type { MlflowClient } from './client.ts';
import { MlflowError } from './errors.ts';
import { parseModelUri } from './model-uri.ts';
import { list, object, text } from './shape.ts';
import type { LoggedModel, ModelVersion, Tags } from './types.ts';

const VERSIONS_TAG = 'mlflow.modelVersions';
const READY_LIMIT_MS = 300_000;
const POLL_MS = 500;

interface Origin {
  readonly source: string;
  readonly runId?: string;
  readonly modelId?: string;
}

/**
 * Registers a model as Python does: the registered model is made when absent, a new version points
 * at the run's MLmodel folder or at its LoggedModel, and the LoggedModel is told of the version.
 *
 * @returns the version once READY
 * @throws MlflowError RESOURCE_DOES_NOT_EXIST or NOT_FOUND when there is no such model
 */
export async function registerModel(
  client: MlflowClient,
  modelUri: string,
  name: string,
  options: { readonly tags?: Tags } = {},
): Promise<ModelVersion> {
  await createUnlessThere(client, name);
  const origin = await originOf(client, modelUri);
  const created = await client.createModelVersion({ name, ...origin, ...options });
  const version = await ready(client, created);
  if (origin.modelId !== undefined) await tellLoggedModel(client, origin.modelId, version);
  return version;
}

async function createUnlessThere(client: MlflowClient, name: string): Promise<void> {
  try {
    await client.createRegisteredModel(name);
  } catch (error) {
    const there = error instanceof MlflowError && error.code === 'RESOURCE_ALREADY_EXISTS';
    if (!there) throw error;
  }
}

async function originOf(client: MlflowClient, modelUri: string): Promise<Origin> {
  const uri = parseModelUri(modelUri);
  if (uri.kind === 'model-id') return { source: modelUri, modelId: uri.modelId };
  if (uri.kind === 'version') {
    const { modelId } = await client.getModelVersion(uri.name, uri.version);
    return modelId === null ? { source: modelUri } : { source: modelUri, modelId };
  }
  if (uri.kind !== 'run') return { source: modelUri };
  const { runId, path } = uri;
  const artifactUri = await client.getArtifactUri(runId, path);
  const files = await client.folderAt(artifactUri).list();
  if (files.some((file) => file.path === 'MLmodel')) return { source: artifactUri, runId };
  const modelId = await loggedModelOf(client, runId, path);
  return { source: `models:/${modelId}`, runId, modelId };
}

/** Of several models of that name in the run, the one of the largest step. */
async function loggedModelOf(client: MlflowClient, runId: string, name: string): Promise<string> {
  const models = await client.findLoggedModels(runId, name);
  const [first, ...others] = models;
  if (first === undefined) {
    throw new MlflowError(
      'NOT_FOUND',
      `Unable to find a logged_model with artifact_path ${name} under run ${runId}`,
    );
  }
  if (others.length === 0) return first.modelId;
  const { outputs } = await client.getRun(runId);
  const stepOf = ({ modelId }: LoggedModel): number =>
    outputs.modelOutputs.find((output) => output.modelId === modelId)?.step ?? -1;
  return models.reduce((best, model) => (stepOf(model) > stepOf(best) ? model : best)).modelId;
}

async function ready(client: MlflowClient, created: ModelVersion): Promise<ModelVersion> {
  const deadline = performance.now() + READY_LIMIT_MS;
  let version = created;
  while (version.status === 'PENDING_REGISTRATION' && performance.now() < deadline) {
    await sleep(POLL_MS);
    version = await client.getModelVersion(version.name, version.version);
  }
  if (version.status === 'READY') return version;
  throw new MlflowError(
    'INTERNAL_ERROR',
    `Version ${version.version} of ${version.name} is ${version.status}: ${version.statusMessage}`,
  );
}

const entries = list(object({ name: text }));

async function tellLoggedModel(client: MlflowClient, modelId: string, version: ModelVersion) {
  const { tags } = await client.getLoggedModel(modelId);
  const told = await check(entries, JSON.parse(tags[VERSIONS_TAG] ?? '[]'));
  const before = told.ok ? told.value : [];
  const all = [...before, { name: version.name, version: version.version }];
  await client.setLoggedModelTags(modelId, { [VERSIONS_TAG]: JSON.stringify(all) });
}
