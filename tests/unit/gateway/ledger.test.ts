import { expect, test } from 'vitest';
import { createLedger } from '../../../src/gateway/ledger.ts';
import { DEFAULT_LIMITS } from '../../../src/gateway/limits.ts';
import type { RequestFact } from '../../../src/judge/snapshot.ts';
import { requestWith } from '../judge/snapshots.ts';

const fact = (path: string, more: Partial<RequestFact> = {}) =>
  requestWith({ path, requestBytes: 10, responseBytes: 10, ...more });
const METRIC = '/api/2.0/mlflow/runs/log-metric';
const SEARCH = '/api/2.0/mlflow/runs/search';
const ledgerOf = (recorded: number, recordedBytes = 1e6) =>
  createLedger({ ...DEFAULT_LIMITS, recorded, recordedBytes });

test('a flood of values pushes out no search, and the order stays', () => {
  const ledger = ledgerOf(4);
  ledger.answered(fact(SEARCH, { at: 1 }));
  for (let i = 2; i <= 100; i += 1) ledger.answered(fact(METRIC, { at: i }));
  ledger.answered(fact(SEARCH, { at: 101 }));
  const kept = ledger.requests().map(({ at }) => at);
  expect(kept.at(0)).toBe(1);
  expect(kept.slice(-2)).toEqual([100, 101]);
  expect(kept.length).toBeLessThanOrEqual(6);
  expect(kept.length + ledger.dropped).toBe(101);
});

test('the newest bodies are kept, up to a size', () => {
  const ledger = ledgerOf(100, 60);
  for (let at = 0; at < 5; at += 1) ledger.answered(fact(SEARCH, { at, body: { at }, answer: {} }));
  expect(ledger.requests().map(({ body }) => body)).toEqual([
    null,
    null,
    { at: 2 },
    { at: 3 },
    { at: 4 },
  ]);
});

test('a body that went with its request gives its room back', () => {
  const ledger = ledgerOf(2, 40);
  for (let at = 0; at < 9; at += 1) ledger.answered(fact(SEARCH, { at, body: { at }, answer: {} }));
  expect(ledger.requests().at(-1)).toMatchObject({ body: { at: 8 } });
});

const wrote = (...metrics: string[]) => ({
  runId: 'r1',
  params: [],
  metrics,
  tags: [],
  name: null,
});

test('a flood of keys leaves the searches, and the newest keys stay', () => {
  const ledger = ledgerOf(1000, 1000);
  ledger.answered(fact(SEARCH, { body: { order_by: [] } }));
  for (let at = 1; at <= 50; at += 1) {
    ledger.answered(fact(METRIC, { at, wrote: wrote('k'.repeat(150)) }));
  }
  const [search, ...writes] = ledger.requests();
  expect(search?.body).toEqual({ order_by: [] });
  const told = writes.filter((write) => write.wrote !== null).map(({ at }) => at);
  expect(told).toEqual([47, 48, 49, 50]);
});

test('keys that went with their request give their room back', () => {
  const ledger = ledgerOf(2, 300);
  for (let i = 0; i < 9; i += 1) ledger.answered(fact(METRIC, { wrote: wrote('accuracy') }));
  expect(ledger.requests().at(-1)?.wrote).toEqual(wrote('accuracy'));
});

test('refusals are counted, and the first of each reason told', () => {
  const ledger = ledgerOf(1000);
  for (let i = 0; i < 500; i += 1) ledger.refused(fact('/x', { status: 403 }), 'not-offered');
  ledger.refused(fact('/y', { status: 413 }), 'upload-size');
  expect(ledger.requests()).toHaveLength(21);
  expect(Object.fromEntries(ledger.refusals)).toEqual({ 'not-offered': 500, 'upload-size': 1 });
  expect(ledger.dropped).toBe(480);
});

test('a failure is forgotten when the same request works, and there are never many', () => {
  const ledger = ledgerOf(1000);
  const failed = (path: string) =>
    ledger.forwarded({ fact: fact(path, { status: 500 }), failure: 'no' });
  failed('/a');
  failed('/b');
  ledger.forwarded({ fact: fact('/a'), failure: null });
  expect(ledger.failures().map(({ fact: { path } }) => path)).toEqual(['/b']);
  for (let i = 0; i < 1000; i += 1) failed(`/${i}`);
  expect(ledger.failures()).toHaveLength(200);
  expect(ledger.failures().at(-1)?.fact.path).toBe('/999');
});

test('a long address is cut', () => {
  const ledger = ledgerOf(10);
  ledger.answered(fact(`/${'x'.repeat(10_000)}`));
  expect(ledger.requests()[0]?.path).toHaveLength(2001);
});
