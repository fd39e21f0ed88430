import { beforeAll, expect, inject, test } from 'vitest';
import { startGateway } from '../../src/gateway/gateway.ts';
import { loadsOf } from '../../src/judge/loads.ts';
import { createMlflow } from '../../src/mlflow/index.ts';
import { models } from '../../src/workshop/index.ts';
import { withWorkshopVerbs } from '../../src/workshop/workshop-mlflow.ts';
import { snapshotWith } from '../unit/judge/snapshots.ts';
import { freshName, runPython } from './client-python.ts';

const name = freshName('loaded');
const trackingUri = inject('trackingUri');

beforeAll(async () => {
  const mlflow = withWorkshopVerbs(createMlflow({ trackingUri }));
  const rows = [
    [0, 1],
    [1, 0],
  ];
  const model = new models.LogisticRegression().fit(rows, [0, 1]);
  await mlflow.setExperiment(name);
  await mlflow.onnx.logModel(model, { name: 'model', registeredModelName: name });
  await mlflow.client.setRegisteredModelAlias(name, 'champion', '1');
});

/** Steps in the order in which they are taken: `ask` for the latest versions, or a suffix to load. */
const orders: [string, string[], string[]][] = [
  ['latest, then by number', ['/latest', '/1'], ['latest', 'number']],
  ['by number, then latest', ['/1', '/latest'], ['number', 'latest']],
  ['latest twice', ['/latest', '/latest'], ['latest', 'latest']],
  ['by alias', ['@champion'], ['alias']],
];

test.for([
  ...orders,
  ['a number that was asked for, then latest', ['ask', '/1', '/latest'], ['number', 'latest']],
] as typeof orders)('the TypeScript client loads %s', async ([, steps, ways]) => {
  await using gateway = await startGateway({ target: trackingUri });
  const mlflow = withWorkshopVerbs(createMlflow({ trackingUri: gateway.uri }));
  for (const step of steps) {
    if (step === 'ask') await mlflow.client.getLatestVersions(name);
    else await mlflow.onnx.loadModel(`models:/${name}${step}`);
  }
  const loads = loadsOf(snapshotWith({ requests: gateway.requests }), name);
  expect(loads).toEqual(ways.map((by) => ({ by, version: '1' })));
});

test.for([
  ...orders,
  ['a number that was asked for, then latest', ['ask', '/1', '/latest'], ['either', 'latest']],
] as typeof orders)('Python’s client loads %s', async ([, steps, ways]) => {
  await using gateway = await startGateway({ target: trackingUri });
  await runPython('client_loads.py', gateway.uri, name, steps.join(','));
  const loads = loadsOf(snapshotWith({ requests: gateway.requests }), name);
  expect(loads).toEqual(ways.map((by) => ({ by, version: '1' })));
});

test('two loads at once are told apart', async () => {
  await using gateway = await startGateway({ target: trackingUri });
  const mlflow = withWorkshopVerbs(createMlflow({ trackingUri: gateway.uri }));
  await Promise.all(['latest', '1'].map((v) => mlflow.onnx.loadModel(`models:/${name}/${v}`)));
  const loads = loadsOf(snapshotWith({ requests: gateway.requests }), name);
  expect(loads.map(({ by }) => by).sort()).toEqual(['latest', 'number']);
});
