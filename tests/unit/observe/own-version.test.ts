import { expect, test } from 'vitest';
import type { Arranged, VersionFact } from '../../../src/judge/snapshot.ts';
import { ownVersion } from '../../../src/observe/own-version.ts';
import { modelWith, runWith, snapshotWith } from '../judge/snapshots.ts';

const version = (number: string): VersionFact => ({
  name: 'churn-predictor',
  version: number,
  status: 'READY',
  runId: 'r1',
  modelId: 'm1',
  source: 'models:/m1',
});
const runs = [runWith({ id: 'r1', models: [modelWith({ modelId: 'm1', sha256: 'own' })] })];
const arranged: Arranged = {
  runs: [],
  bestModel: null,
  version: { ...version('7'), model: modelWith({ sha256: 'arranged' }) },
};

test('the model that a file of several exercises loads is its newest own, else the arranged one', () => {
  const own = snapshotWith({ runs, versions: [version('9'), version('10')], arranged });
  expect(ownVersion(own)).toMatchObject({ version: '10', model: { sha256: 'own' } });
  expect(ownVersion(snapshotWith({ runs, arranged }))).toBe(arranged.version);
});

test('where none was registered or arranged, none can have been loaded', () => {
  const { version: number, model } = ownVersion(snapshotWith({ runs }));
  expect([number, model.problem]).toEqual(['0', 'no model was registered']);
});
