import { expect, test } from 'vitest';
import { registryChecks } from '../../../src/judge/checks/registry.ts';
import { loadsOf } from '../../../src/judge/loads.ts';
import type { Json, RequestFact } from '../../../src/judge/snapshot.ts';
import { said } from './messages-of.ts';
import { requestWith, snapshotWith } from './snapshots.ts';

const NAME = 'churn-predictor';
const request = (method: string, path: string, body: Json = null) =>
  requestWith({ method, path: `/api/2.0/mlflow/${path}`, body });
const latestOf = (name: string) =>
  request('POST', 'registered-models/get-latest-versions', { name });
const latest = latestOf(NAME);
const version = request('GET', `model-versions/get?name=${NAME}&version=5`);
const model = request('GET', `registered-models/get?name=${NAME}`);
const alias = request('GET', `registered-models/alias?name=${NAME}&alias=champion`);
const address = request('GET', `model-versions/get-download-uri?name=${NAME}&version=5`);

const ways = (...requests: RequestFact[]) =>
  loadsOf(snapshotWith({ requests }), NAME).map(({ by }) => by);

test('the TypeScript client: latest asks for the latest versions, a number for the version', () => {
  expect(ways(latest, address)).toEqual(['latest']);
  expect(ways(version, address)).toEqual(['number']);
  expect(ways(alias, address)).toEqual(['alias']);
});

test('Python’s client: latest asks for the latest versions, a number for none', () => {
  expect(ways(latest, model, address, model, address)).toEqual(['latest', 'number']);
  expect(ways(model, alias, model, address)).toEqual(['alias']);
});

test('latest twice is never a number, even after a version that became READY was asked for', () => {
  expect(ways(version, latest, address, latest, address)).toEqual(['latest', 'latest']);
});

test('a number found through the latest versions is a number, and latest after it is latest', () => {
  expect(ways(latest, version, address, latest, address)).toEqual(['number', 'latest']);
});

test('two loads at once are told apart', () => {
  expect(ways(latest, version, address, address)).toEqual(['number', 'latest']);
  expect(ways(version, latest, address, address)).toEqual(['latest', 'number']);
});

test('in Python, an own question for the latest versions counts for both', () => {
  expect(ways(model, latest, model, address, latest, model, address)).toEqual(['either', 'latest']);
});

test('the latest version of another model says nothing', () => {
  expect(ways(latestOf('other'), address)).toEqual(['number']);
  const [, , loadedLatest] = registryChecks('a-run', NAME);
  const requests = [latestOf('other'), version, address];
  expect(loadedLatest && said(loadedLatest, snapshotWith({ requests }))).toBe(
    'The latest version was not asked for by models:/churn-predictor/latest.',
  );
});

test('a refused question is none', () => {
  expect(ways({ ...latest, status: 404 }, address)).toEqual(['number']);
});
