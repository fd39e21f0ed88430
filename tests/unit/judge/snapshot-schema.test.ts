import { expect, test } from 'vitest';
import { parseSnapshot, SnapshotError } from '../../../src/judge/snapshot-schema.ts';
import { requestWith, snapshotWith, versionWith } from './snapshots.ts';

const written = requestWith({
  origin: { cell: 7, line: 3 },
  wrote: { runId: 'r1', params: ['max_depth'], metrics: [], tags: [], name: null },
});

test('a snapshot is read back as it was written', () => {
  const snapshot = snapshotWith({ requests: [written, requestWith()] });
  expect(parseSnapshot(JSON.stringify(snapshot))).toEqual(snapshot);
});

test('a snapshot from before origins were recorded has none', () => {
  const { origin: _origin, wrote: _wrote, ...before } = written;
  const json = JSON.stringify({ ...snapshotWith(), requests: [before] });
  expect(parseSnapshot(json).requests).toEqual([{ ...before, origin: null, wrote: null }]);
});

test('a snapshot from before the addresses of versions were kept has none', () => {
  const { source: _source, ...before } = versionWith({ source: 'models:/m-1' });
  const json = JSON.stringify({ ...snapshotWith(), versions: [before] });
  expect(parseSnapshot(json).versions).toEqual([versionWith()]);
});

test('an origin of another shape is no snapshot', () => {
  const json = JSON.stringify({
    ...snapshotWith(),
    requests: [{ ...written, origin: { cell: '7', line: 3 } }],
  });
  expect(() => parseSnapshot(json)).toThrow(SnapshotError);
});

test('a snapshot from before Python was graded is one of TypeScript', () => {
  const { language: _language, ...before } = snapshotWith();
  expect(parseSnapshot(JSON.stringify(before))).toEqual(snapshotWith());
});
