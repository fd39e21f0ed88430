import { expect, inject, test } from 'vitest';
import { createMlflow } from '../../src/mlflow/index.ts';
import { freshName } from './client-python.ts';

async function freshMlflow() {
  const mlflow = createMlflow({ trackingUri: inject('trackingUri') });
  await mlflow.setExperiment(freshName('runs'));
  return mlflow;
}

test('a body that throws leaves a FAILED run and throws on', async () => {
  const mlflow = await freshMlflow();
  const failing = mlflow.startRun({ runName: 'bad' }, () => {
    throw new Error('boom');
  });
  await expect(failing).rejects.toThrow('boom');
  expect(mlflow.activeRun()).toBeNull();
  expect((await mlflow.lastActiveRun())?.info).toMatchObject({ runName: 'bad', status: 'FAILED' });
});

test('bodies that run at the same time log into their own runs', async () => {
  const mlflow = await freshMlflow();
  const body = async (name: string) =>
    await mlflow.startRun({ runName: name }, async () => {
      await mlflow.logParam('name', name);
      await mlflow.logMetric('length', name.length);
    });
  await Promise.all(['a', 'bb', 'ccc'].map(body));
  const runs = await mlflow.searchRuns({ orderBy: ['metrics.length ASC'] });
  expect(runs.map(({ info, data }) => [info.runName, data.params['name'], info.status])).toEqual([
    ['a', 'a', 'FINISHED'],
    ['bb', 'bb', 'FINISHED'],
    ['ccc', 'ccc', 'FINISHED'],
  ]);
});

test('a run started without a body is active until it is ended', async () => {
  const mlflow = await freshMlflow();
  const run = await mlflow.startRun({ runName: 'open' });
  expect(mlflow.activeRun()?.info.runId).toBe(run.info.runId);
  await expect(mlflow.startRun()).rejects.toThrow(`Run with UUID ${run.info.runId} is already`);
  await mlflow.endRun('KILLED');
  expect(mlflow.activeRun()).toBeNull();
  expect((await mlflow.getRun(run.info.runId)).info.status).toBe('KILLED');
  await mlflow.endRun();
});

test('logging without an active run starts one', async () => {
  const mlflow = await freshMlflow();
  await Promise.all([mlflow.logParam('a', 1), mlflow.logMetric('m', 2)]);
  await mlflow.endRun();
  const runs = await mlflow.searchRuns();
  expect(runs.map(({ data }) => [data.params, data.metrics])).toEqual([[{ a: '1' }, { m: 2 }]]);
});

test('a nested run names its parent, and both end', async () => {
  const mlflow = await freshMlflow();
  await mlflow.startRun({ runName: 'parent' }, async () => {
    await mlflow.startRun({ runName: 'child', nested: true }, () => {});
    await mlflow.startRun({ runName: 'left-open', nested: true });
  });
  const runs = await mlflow.searchRuns();
  const byName = Object.fromEntries(runs.map((run) => [run.info.runName, run]));
  const parentId = byName['parent']?.info.runId;
  expect(byName['child']?.data.tags['mlflow.parentRunId']).toBe(parentId);
  expect(runs.map((run) => run.info.status)).toEqual(['FINISHED', 'FINISHED', 'FINISHED']);
});

test('a resumed run goes on and is FINISHED again', async () => {
  const mlflow = await freshMlflow();
  const runId = await mlflow.startRun({}, (run) => run.info.runId);
  await mlflow.startRun({ runId, tags: { resumed: true } }, async (run) => {
    expect(run.info.status).toBe('RUNNING');
    await mlflow.logMetric('m', 1);
  });
  const run = await mlflow.getRun(runId);
  expect([run.info.status, run.data.tags['resumed'], run.data.metrics]).toEqual([
    'FINISHED',
    'true',
    { m: 1 },
  ]);
});

test('a deleted run is found as deleted, and restored', async () => {
  const mlflow = await freshMlflow();
  const runId = await mlflow.startRun({}, (run) => run.info.runId);
  await mlflow.deleteRun(runId);
  expect(await mlflow.searchRuns()).toEqual([]);
  const [deleted] = await mlflow.searchRuns({ runViewType: 'DELETED_ONLY' });
  expect(deleted?.info).toMatchObject({ runId, lifecycleStage: 'deleted' });
  await expect(mlflow.startRun({ runId })).rejects.toThrow('it is in the deleted state');
  await mlflow.restoreRun(runId);
  expect((await mlflow.getRun(runId)).info.lifecycleStage).toBe('active');
});

test('pages are followed by their tokens', async () => {
  const mlflow = await freshMlflow();
  const { experimentId } = (await mlflow.startRun()).info;
  await mlflow.endRun();
  for (let index = 1; index < 5; index++) await mlflow.client.createRun(experimentId);
  const first = await mlflow.client.searchRuns({ experimentIds: [experimentId], maxResults: 3 });
  expect([first.items.length, typeof first.token]).toEqual([3, 'string']);
  const second = await mlflow.client.searchRuns({
    experimentIds: [experimentId],
    maxResults: 3,
    pageToken: first.token,
  });
  expect([second.items.length, second.token]).toEqual([2, null]);
  expect(await mlflow.searchRuns({ maxResults: 4 })).toHaveLength(4);
});

test('a batch over the limits arrives whole, histories included', async () => {
  const mlflow = await freshMlflow();
  const run = await mlflow.startRun();
  const params = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`p${i}`, i]));
  const metrics = Array.from({ length: 2500 }, (_, step) => ({ key: 'loss', value: step, step }));
  await mlflow.client.logBatch(run.info.runId, { params, metrics });
  await mlflow.endRun();
  const { data } = await mlflow.getRun(run.info.runId);
  expect([Object.keys(data.params).length, data.metrics]).toEqual([250, { loss: 2499 }]);
  const history = await mlflow.client.getMetricHistory(run.info.runId, 'loss');
  expect(history.map(({ step }) => step).toSorted((a, b) => a - b)).toEqual(
    metrics.map(({ step }) => step),
  );
});
