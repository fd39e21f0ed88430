import type { ArtifactFolder } from './artifact-folder.ts';
import type { MlflowClient } from './client.ts';
import { MlflowError } from './errors.ts';
import { parseModelUri, type ModelUri } from './model-uri.ts';
import type { ModelVersion } from './types.ts';

/** What a model URI was found to mean. */
export interface ModelSource {
  readonly uri: string;
  readonly modelId: string | null;
  readonly runId: string | null;
  /** Of the registered model; null unless the URI names one. */
  readonly registeredName: string | null;
  readonly version: string | null;
}

export interface FoundModel {
  readonly source: ModelSource;
  readonly folder: ArtifactFolder;
  /** The model's folder below `folder`. */
  readonly path: string;
}

/**
 * Finds a model's files as Python does: for `runs:/ID/name`, the newest LoggedModel of that name
 * that the run logged, else the run's own artifacts.
 *
 * @throws MlflowError RESOURCE_DOES_NOT_EXIST when the run, model, version or alias is not there
 */
export async function findModel(client: MlflowClient, uri: string): Promise<FoundModel> {
  const parsed = parseModelUri(uri);
  const nobody = { uri, modelId: null, runId: null, registeredName: null, version: null };
  if (parsed.kind === 'run') return await findInRun(client, nobody, parsed.runId, parsed.path);
  if (parsed.kind === 'artifacts') {
    return { source: nobody, folder: client.folderAt(parsed.artifactUri), path: '' };
  }
  if (parsed.kind === 'model-id') {
    const model = await client.getLoggedModel(parsed.modelId);
    const source = { ...nobody, modelId: model.modelId, runId: model.sourceRunId };
    return { source, folder: client.folderAt(model.artifactLocation), path: '' };
  }
  return await findVersion(client, uri, await versionOf(client, parsed));
}

type VersionUri = Extract<ModelUri, { readonly kind: 'version' | 'latest' | 'alias' }>;

async function versionOf(client: MlflowClient, uri: VersionUri): Promise<ModelVersion> {
  if (uri.kind === 'version') return await client.getModelVersion(uri.name, uri.version);
  if (uri.kind === 'latest') return await latestVersion(client, uri.name);
  return await client.getModelVersionByAlias(uri.name, uri.alias);
}

async function findInRun(
  client: MlflowClient,
  nobody: ModelSource,
  runId: string,
  path: string,
): Promise<FoundModel> {
  const [name = '', ...rest] = path.split('/');
  const [model] = await client.findLoggedModels(runId, name);
  if (model === undefined) {
    const folder = client.folderAt(await client.getArtifactUri(runId));
    return { source: { ...nobody, runId }, folder, path };
  }
  const source = { ...nobody, runId, modelId: model.modelId };
  return { source, folder: client.folderAt(model.artifactLocation), path: rest.join('/') };
}

async function findVersion(
  client: MlflowClient,
  uri: string,
  { name, version, modelId, runId }: ModelVersion,
): Promise<FoundModel> {
  const artifactUri = await client.getModelVersionDownloadUri(name, version);
  const source = { uri, modelId, runId, registeredName: name, version };
  return { source, folder: client.folderAt(artifactUri), path: '' };
}

async function latestVersion(client: MlflowClient, name: string): Promise<ModelVersion> {
  const versions = await client.getLatestVersions(name);
  const [newest] = versions.toSorted((a, b) => Number(b.version) - Number(a.version));
  if (newest !== undefined) return newest;
  throw new MlflowError(
    'RESOURCE_DOES_NOT_EXIST',
    `No versions of model with name '${name}' found`,
  );
}
