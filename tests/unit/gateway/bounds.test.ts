import { expect, test } from 'vitest';
import { createBudget } from '../../../src/gateway/budget.ts';
import { DEFAULT_LIMITS } from '../../../src/gateway/limits.ts';
import { createPace } from '../../../src/gateway/pace.ts';

const budgetOf = (limits: Partial<typeof DEFAULT_LIMITS>) =>
  createBudget({ ...DEFAULT_LIMITS, ...limits });
const RUN = { method: 'POST', path: '/api/2.0/mlflow/runs/create', bytes: 10 };

test('a burst passes at once, what follows at the pace, what would wait too long not at all', () => {
  const pace = createPace(10, 3, 250);
  expect(Array.from({ length: 6 }, () => pace.take(1000))).toEqual([0, 0, 0, 100, 200, null]);
  expect(pace.take(1300)).toBe(0);
  expect(pace.take(1300)).toBe(100);
});

test('a pause gives no more than a burst back', () => {
  const pace = createPace(10, 2, 0);
  expect(pace.take(0)).toBe(0);
  expect(Array.from({ length: 3 }, () => pace.take(1e9))).toEqual([0, 0, null]);
});

test('what MLflow did not make does not count', () => {
  const budget = budgetOf({ runs: 2 });
  for (const status of [400, 200, 500, 200]) {
    const taken = budget.take(RUN);
    if ('settle' in taken) taken.settle(status);
    else throw new Error(taken.message);
  }
  expect(budget.take(RUN)).toMatchObject({
    status: 403,
    reason: 'runs',
    message: 'A submission may make at most 2 runs',
  });
  expect(budget.take({ ...RUN, path: '/api/2.0/mlflow/runs/update' })).toHaveProperty('settle');
});

test('runs that are being made count', () => {
  const budget = budgetOf({ runs: 1 });
  budget.take(RUN);
  expect(budget.take(RUN)).toMatchObject({ reason: 'runs' });
});

test('a body, an upload and all together have their sizes', () => {
  const budget = budgetOf({ bodyBytes: 10, uploadBytes: 100, totalBytes: 250 });
  const put = (bytes: number) => budget.take({ method: 'PUT', path: '/a', bytes });
  expect(budget.take({ ...RUN, bytes: 11 })).toMatchObject({ status: 413, reason: 'body-size' });
  expect(put(101)).toMatchObject({ status: 413, reason: 'upload-size' });
  expect(put(100)).toHaveProperty('settle');
  expect(put(100)).toHaveProperty('settle');
  expect(put(51)).toMatchObject({ status: 413, reason: 'total-size' });
  expect(put(50)).toHaveProperty('settle');
});

test('a refused request counts as a request', () => {
  const budget = budgetOf({ requests: 2, bodyBytes: 1 });
  expect(budget.take(RUN)).toMatchObject({ reason: 'body-size' });
  expect(budget.take(RUN)).toMatchObject({ reason: 'body-size' });
  expect(budget.take(RUN)).toMatchObject({ status: 403, reason: 'requests' });
});
