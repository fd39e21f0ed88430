import { expect, test } from 'vitest';
import { paramText, splitBatch } from '../../../src/mlflow/batches.ts';

const pairs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: 'v' }));
const metrics = (count: number) =>
  Array.from({ length: count }, (_, step) => ({ key: 'm', value: 1, timestamp: 0, step }));

function sizes(whole: { metrics: number; params: number; tags: number }) {
  const parts = splitBatch({
    metrics: metrics(whole.metrics),
    params: pairs(whole.params),
    tags: pairs(whole.tags),
  });
  return parts.map((part) => [
    part.metrics?.length ?? 0,
    part.params?.length ?? 0,
    part.tags?.length ?? 0,
  ]);
}

test('an empty batch is sent in no request', () => {
  expect(sizes({ metrics: 0, params: 0, tags: 0 })).toEqual([]);
});

test('a batch within the limits is sent in one request, without empty lists', () => {
  expect(splitBatch({ metrics: metrics(1), params: [], tags: [] })).toEqual([
    { metrics: metrics(1) },
  ]);
});

test('a request holds at most 1000 metrics, 100 params, 100 tags and 1000 together', () => {
  expect(sizes({ metrics: 2500, params: 250, tags: 120 })).toEqual([
    [800, 100, 100],
    [880, 100, 20],
    [820, 50, 0],
  ]);
});

test('parameters are stored as text, objects and arrays as JSON', () => {
  const values = ['a', 1, 0.1, 10n, true, null, { a: 1 }, [1, 'b']];
  expect(values.map(paramText)).toEqual([
    'a',
    '1',
    '0.1',
    '10',
    'true',
    'null',
    '{"a":1}',
    '[1,"b"]',
  ]);
});
