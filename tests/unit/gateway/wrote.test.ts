import { expect, test } from 'vitest';
import { readWrote, writes } from '../../../src/gateway/wrote.ts';
import type { Json } from '../../../src/judge/snapshot.ts';

const of = (call: string, body: Json, answer: Json = null) =>
  readWrote(`/api/2.0/mlflow/${call}`, body, answer);
const nothing = { runId: null, params: [], metrics: [], tags: [], name: null };

test('a new run has its name and tags from the question, its id from the answer', () => {
  const tags = [
    { key: 'mlflow.runName', value: 'first' },
    { key: 'author', value: 'Ada' },
  ];
  const answer = { run: { info: { run_id: 'r1' } } };
  const wrote = { ...nothing, runId: 'r1', tags: ['mlflow.runName', 'author'], name: 'first' };
  expect(of('runs/create', { experiment_id: '1', tags }, answer)).toEqual(wrote);
  expect(of('runs/create', { run_name: 'first', tags }, answer)).toEqual(wrote);
});

test('keys are kept, values are not', () => {
  const pair = (key: string) => ({ key, value: 'secret' });
  const batch = {
    run_id: 'r1',
    params: [pair('max_depth'), pair('n_estimators')],
    metrics: [
      { key: 'loss', value: 1, step: 1 },
      { key: 'loss', value: 0.5, step: 2 },
    ],
    tags: [pair('author')],
  };
  expect(of('runs/log-batch', batch)).toEqual({
    runId: 'r1',
    params: ['max_depth', 'n_estimators'],
    metrics: ['loss'],
    tags: ['author'],
    name: null,
  });
  expect(of('runs/log-parameter', { run_id: 'r1', ...pair('lr') })).toEqual({
    ...nothing,
    runId: 'r1',
    params: ['lr'],
  });
  expect(of('runs/log-metric', { run_uuid: 'r1', key: 'f1', value: 0.5 })).toEqual({
    ...nothing,
    runId: 'r1',
    metrics: ['f1'],
  });
  expect(of('runs/set-tag', { run_id: 'r1', ...pair('author') })).toEqual({
    ...nothing,
    runId: 'r1',
    tags: ['author'],
  });
});

test('a run is renamed by an update or by its tag', () => {
  const renamed = { ...nothing, runId: 'r1', name: 'new' };
  const tag = { key: 'mlflow.runName', value: 'new' };
  expect(of('runs/update', { run_id: 'r1', run_name: 'new' })).toEqual(renamed);
  expect(of('runs/update', { run_id: 'r1', status: 'FINISHED' })).toEqual({
    ...nothing,
    runId: 'r1',
  });
  const tags = ['mlflow.runName'];
  expect(of('runs/set-tag', { run_id: 'r1', ...tag })).toEqual({ ...renamed, tags });
  expect(of('runs/log-batch', { run_id: 'r1', tags: [tag] })).toEqual({ ...renamed, tags });
});

test('a run that is deleted is told', () => {
  expect(of('runs/delete', { run_id: 'r1' })).toEqual({ ...nothing, runId: 'r1' });
  expect(writes('POST', '/api/2.0/mlflow/runs/delete')).toBe(true);
});

test('models and versions have names, and the run that they come from', () => {
  expect(of('logged-models', { name: 'model', source_run_id: 'r1' })).toEqual({
    ...nothing,
    runId: 'r1',
    name: 'model',
  });
  expect(of('registered-models/create', { name: 'churn' })).toEqual({ ...nothing, name: 'churn' });
  expect(of('model-versions/create', { name: 'churn', run_id: 'r1', source: 's' })).toEqual({
    ...nothing,
    runId: 'r1',
    name: 'churn',
  });
});

test('what is no write of these has nothing to tell', () => {
  expect(of('runs/search', { order_by: [] })).toBeNull();
  expect(of('runs/log-batch', null)).toBeNull();
  expect(of('runs/log-batch', ['params'])).toBeNull();
  expect(readWrote('/elsewhere/runs/log-batch', {}, null)).toBeNull();
  expect(writes('GET', '/api/2.0/mlflow/runs/create')).toBe(false);
  expect(writes('POST', '/api/2.0/mlflow/runs/create?x=1')).toBe(true);
  expect(writes('POST', '/api/2.0/mlflow/toString')).toBe(false);
});

test('bodies that MLflow would refuse tell nothing, and no key is long', () => {
  const odd = [null, 3, {}, { key: 5 }, { key: 'x'.repeat(251) }, { key: 'ok' }];
  expect(of('runs/log-batch', { run_id: 7, params: odd, metrics: 'no' })).toEqual({
    ...nothing,
    params: ['ok'],
  });
  const many = Array.from({ length: 1000 }, (_, i) => ({ key: `m${i}`, value: i }));
  expect(of('runs/log-batch', { metrics: many })?.metrics).toHaveLength(100);
});
