import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { createMlflow, type LogModelOptions } from '../../src/mlflow/index.ts';
import { freshName } from './client-python.ts';

const mlflow = createMlflow({ trackingUri: inject('trackingUri') });
const { client } = mlflow;

function modelOf(word: string): LogModelOptions {
  return { name: 'model', files: { 'word.txt': word }, flavors: { words: { data: 'word.txt' } } };
}

async function logged(word: string): Promise<string> {
  await mlflow.setExperiment('client-registry');
  return await mlflow.startRun({ runName: word }, async (run) => {
    await mlflow.logModel(modelOf(word));
    return run.info.runId;
  });
}

async function wordAt(uri: string): Promise<string> {
  const { read } = await mlflow.readModel(uri);
  return new TextDecoder().decode(await read('word.txt'));
}

test('versions are found by number, latest, alias, run and model id', async () => {
  const name = freshName('words');
  const [one, two] = [await logged('one'), await logged('two')];
  const first = await mlflow.registerModel(`runs:/${one}/model`, name);
  const second = await mlflow.registerModel(`runs:/${two}/model`, name, { tags: { k: 'v' } });
  expect([first.version, second.version, second.status]).toEqual(['1', '2', 'READY']);
  expect([second.runId, second.source, second.tags]).toEqual([
    two,
    `models:/${second.modelId}`,
    { k: 'v' },
  ]);
  await client.setRegisteredModelAlias(name, 'champion', 1);
  const uris = ['/1', '/2', '/latest', '@champion'].map((end) => `models:/${name}${end}`);
  uris.push(`runs:/${one}/model`, `models:/${second.modelId}`);
  expect(await Promise.all(uris.map(wordAt))).toEqual(['one', 'two', 'two', 'one', 'one', 'two']);
  await client.setRegisteredModelAlias(name, 'champion', 2);
  expect(await wordAt(`models:/${name}@champion`)).toBe('two');
  expect((await client.getRegisteredModel(name)).aliases).toEqual({ champion: '2' });
});

test('a LoggedModel is told of its versions as Python tells it', async () => {
  const name = freshName('words');
  const runId = await logged('told');
  const { modelId } = await mlflow.registerModel(`runs:/${runId}/model`, name);
  const { tags } = await client.getLoggedModel(modelId ?? '');
  expect(JSON.parse(tags['mlflow.modelVersions'] ?? '')).toEqual([
    { name, version: 1 },
    { name, version: '1' },
  ]);
});

test('of several models of one name in a run, the newest is read and the largest step registered', async () => {
  await mlflow.setExperiment('client-registry');
  const runId = await mlflow.startRun({}, async (run) => {
    await mlflow.logModel({ ...modelOf('large step'), step: 5 });
    await mlflow.logModel({ ...modelOf('newest'), step: 1 });
    return run.info.runId;
  });
  expect(await wordAt(`runs:/${runId}/model`)).toBe('newest');
  const name = freshName('words');
  await mlflow.registerModel(`runs:/${runId}/model`, name);
  expect(await wordAt(`models:/${name}/1`)).toBe('large step');
});

test('a model among the run’s own artifacts is read and registered from there', async () => {
  await mlflow.setExperiment('client-registry');
  const runId = await mlflow.startRun({}, async (run) => {
    await mlflow.logText('flavors: {}\n', 'old/MLmodel');
    await mlflow.logText('own', 'old/word.txt');
    return run.info.runId;
  });
  expect(await wordAt(`runs:/${runId}/old`)).toBe('own');
  const version = await mlflow.registerModel(`runs:/${runId}/old`, freshName('words'));
  expect(version.source).toBe(await client.getArtifactUri(runId, 'old'));
  expect(version.modelId).toBeNull();
});

test('registered models are renamed, tagged, searched and deleted', async () => {
  const [name, renamed] = [freshName('old'), freshName('new')];
  await client.createRegisteredModel(name, { description: 'd', tags: { a: '1' } });
  await client.setRegisteredModelTag(name, 'b', '2');
  await client.deleteRegisteredModelTag(name, 'a');
  await client.renameRegisteredModel(name, renamed);
  expect(await client.getRegisteredModel(renamed)).toMatchObject({
    description: 'd',
    tags: { b: '2' },
    latestVersions: [],
  });
  await expect(client.getRegisteredModel(name)).rejects.toThrow('RESOURCE_DOES_NOT_EXIST');
  const found = await mlflow.searchRegisteredModels({ filterString: `name = '${renamed}'` });
  expect(found.map((model) => model.name)).toEqual([renamed]);
  await client.deleteRegisteredModel(renamed);
  expect(await mlflow.searchRegisteredModels({ filterString: `name = '${renamed}'` })).toEqual([]);
});

test('a version and a LoggedModel are deleted', async () => {
  const name = freshName('words');
  const runId = await logged('gone');
  const { modelId } = await mlflow.registerModel(`runs:/${runId}/model`, name);
  await client.deleteModelVersion(name, 1);
  expect(await client.getLatestVersions(name)).toEqual([]);
  await expect(mlflow.readModel(`models:/${name}/latest`)).rejects.toThrow(
    `No versions of model with name '${name}' found`,
  );
  await client.deleteLoggedModel(modelId ?? '');
  expect((await mlflow.searchLoggedModels()).map((model) => model.modelId)).not.toContain(modelId);
});

test('a model whose file cannot be written is left FAILED', async () => {
  await mlflow.setExperiment('client-registry');
  await mlflow.startRun({}, async (run) => {
    const bad = mlflow.logModel({ ...modelOf('x'), files: { '../x': 'x' } });
    await expect(bad).rejects.toThrow("Invalid artifact path: '../x'");
    const [output] = (await mlflow.getRun(run.info.runId)).outputs.modelOutputs;
    const model = await client.getLoggedModel(output?.modelId ?? '');
    expect(model.status).toBe('FAILED');
  });
});

test('experiments are created, renamed, tagged, deleted and restored', async () => {
  const name = freshName('experiment');
  const id = await mlflow.createExperiment(name, { tags: { a: '1' } });
  await client.setExperimentTag(id, 'b', '2');
  await client.renameExperiment(id, `${name}-renamed`);
  expect(await mlflow.getExperimentByName(name)).toBeNull();
  expect((await mlflow.getExperiment(id)).tags).toMatchObject({ a: '1', b: '2' });
  await mlflow.deleteExperiment(id);
  await expect(mlflow.setExperiment(`${name}-renamed`)).rejects.toThrow('deleted experiment');
  await mlflow.restoreExperiment(id);
  const found = await mlflow.searchExperiments({ filterString: `name = '${name}-renamed'` });
  expect(found.map((experiment) => experiment.lifecycleStage)).toEqual(['active']);
});

test('files of a run and of its model under one name are found together', async () => {
  await mlflow.setExperiment('client-registry');
  const runId = await mlflow.startRun({}, async (run) => {
    await mlflow.logModel(modelOf('model’s'));
    await mlflow.logText('run’s', 'model/word.txt');
    await mlflow.logText('run’s alone', 'model/notes.txt');
    return run.info.runId;
  });
  const text = async (path: string) =>
    new TextDecoder().decode(await client.readArtifact(runId, path));
  expect([await text('model/word.txt'), await text('model/notes.txt')]).toEqual([
    'model’s',
    'run’s alone',
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'client-registry-'));
  const local = await client.downloadArtifacts(runId, 'model', folder);
  const names = ['word.txt', 'notes.txt'];
  const read = await Promise.all(
    names.map(async (name) => await readFile(join(local, name), 'utf8')),
  );
  expect(read).toEqual(['model’s', 'run’s alone']);
  await expect(client.downloadArtifacts(runId, 'absent.txt', folder)).rejects.toThrow(
    "RESOURCE_DOES_NOT_EXIST: Failed to download artifacts from path 'absent.txt'",
  );
  await rm(folder, { recursive: true });
});
