import type { FileInfo, Mlflow, Run } from '../../src/mlflow/index.ts';

export interface Asked {
  readonly runId: string;
  readonly registered: string;
  readonly table: string;
  readonly texts: readonly string[];
}

/** What the TypeScript client sees, in the words of python/client_dump.py. */
export async function dump(mlflow: Mlflow, asked: Asked) {
  const { client } = mlflow;
  const run = await client.getRun(asked.runId);
  const uris = [
    `runs:/${asked.runId}/model`,
    `models:/${asked.registered}/latest`,
    `models:/${asked.registered}@champion`,
  ];
  return {
    experiment: await client.getExperiment(run.info.experimentId),
    run: await dumpRun(mlflow, run),
    texts: Object.fromEntries(
      await Promise.all(asked.texts.map(async (path) => [path, await text(mlflow, run, path)])),
    ),
    table: await mlflow.loadTable(asked.table, [asked.runId]),
    loggedModels: await Promise.all(
      run.outputs.modelOutputs.map(async ({ modelId }) => await dumpLoggedModel(mlflow, modelId)),
    ),
    registered: await dumpRegistered(mlflow, asked.registered),
    models: await Promise.all(uris.map(async (uri) => await dumpModel(mlflow, uri))),
  };
}

async function dumpRun({ client }: Mlflow, run: Run) {
  const histories: [string, (number | string)[][]][] = [];
  for (const key of Object.keys(run.data.metrics)) {
    const points = await client.getMetricHistory(run.info.runId, key);
    histories.push([
      key,
      points.map(({ value, step, timestamp }) => [number(value), step, timestamp]),
    ]);
  }
  return {
    info: run.info,
    params: run.data.params,
    metrics: Object.fromEntries(
      Object.entries(run.data.metrics).map(([key, value]) => [key, number(value)]),
    ),
    tags: run.data.tags,
    outputs: run.outputs.modelOutputs,
    histories: Object.fromEntries(histories),
    artifacts: await walk({ client }, run.info.runId, ''),
  };
}

async function walk(
  { client }: Pick<Mlflow, 'client'>,
  runId: string,
  path: string,
): Promise<FileInfo[]> {
  const entries = await client.listArtifacts(runId, path);
  const nested: FileInfo[] = [];
  for (const entry of entries) {
    nested.push(entry);
    if (entry.isDir) nested.push(...(await walk({ client }, runId, entry.path)));
  }
  return nested;
}

async function text({ client }: Mlflow, run: Run, path: string): Promise<string> {
  return new TextDecoder().decode(await client.readArtifact(run.info.runId, path));
}

async function dumpLoggedModel({ client }: Mlflow, id: string) {
  const model = await client.getLoggedModel(id);
  const { modelId, name, experimentId, status, sourceRunId, artifactLocation, params, tags } =
    model;
  const metrics = model.metrics
    .map(({ key, value, step }) => [key, number(value), step] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    modelId,
    name,
    experimentId,
    status,
    sourceRunId,
    artifactLocation,
    params,
    tags,
    metrics,
  };
}

async function dumpRegistered(mlflow: Mlflow, registered: string) {
  const { name, description, tags, aliases } = await mlflow.client.getRegisteredModel(registered);
  const versions = await mlflow.searchModelVersions({ filterString: `name='${registered}'` });
  return {
    name,
    description,
    tags,
    aliases,
    versions: versions.map((version) => ({
      version: version.version,
      status: version.status,
      source: version.source,
      runId: version.runId,
      tags: version.tags,
      aliases: version.aliases,
      description: version.description,
    })),
  };
}

async function dumpModel(mlflow: Mlflow, uri: string) {
  const { mlmodel } = await mlflow.readModel(uri);
  return {
    flavors: mlmodel.flavors,
    modelId: mlmodel.modelId,
    runId: mlmodel.runId,
    mlflowVersion: mlmodel.mlflowVersion,
    utcTimeCreated: mlmodel.utcTimeCreated,
    inputs: mlmodel.signature?.inputs,
    outputs: mlmodel.signature?.outputs,
  };
}

function number(value: number): number | string {
  return Number.isNaN(value) ? 'nan' : value;
}
