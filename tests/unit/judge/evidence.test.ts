import { expect, test } from 'vitest';
import { askedForVersion } from '../../../src/judge/evidence.ts';
import { bestTable } from '../../../src/judge/table.ts';
import { snapshotWith } from './snapshots.ts';

const request = (method: string, path: string) => ({
  method,
  path,
  status: 200,
  requestBytes: 0,
  responseBytes: 0,
  at: 0,
  durationMs: 0,
  body: null,
  answer: null,
});
const latest = request('POST', '/api/2.0/mlflow/registered-models/get-latest-versions');
const uri = request(
  'GET',
  '/api/2.0/mlflow/model-versions/get-download-uri?name=churn-predictor&version=5',
);
const count = (...requests: (typeof latest)[]) =>
  askedForVersion(snapshotWith({ requests }), 'churn-predictor', '5');

test('loading latest twice is not loading by number', () => {
  expect(count(latest, uri, latest, uri)).toBe(0);
});

test('loading latest, then by number, counts once', () => {
  expect(count(latest, uri, uri)).toBe(1);
});

test('asking for the latest versions before both does not hide the number', () => {
  expect(count(latest, latest, uri, uri)).toBe(1);
});

test('of several tables the one with the wanted columns counts', () => {
  const artifact = (path: string, columns: string[]) => ({
    path,
    sizeBytes: 1,
    image: null,
    json: { columns, data: [] },
  });
  const found = bestTable(
    [artifact('a.json', ['note']), artifact('b.json', ['x', 'y'])],
    ['x', 'y'],
  );
  expect(found?.columns).toEqual(['x', 'y']);
});
