import { expect, test } from 'vitest';
import { registryChecks } from '../../../src/judge/checks/registry.ts';
import { hinted, said } from './messages-of.ts';
import { modelWith, runWith, snapshotWith, versionWith } from './snapshots.ts';

const check = registryChecks('a-run', 'churn-predictor').find(({ id }) => id === 'registered-run');
if (check === undefined) throw new Error('no such check');
const logged = runWith({ models: [modelWith()] });
const versionOf = (source: string, runs = [logged], modelId: string | null = null) =>
  snapshotWith({ runs, versions: [versionWith({ source, modelId })] });

const EMPTY = [
  'runs:/r1/model',
  'runs:/r1/model/',
  'mlflow-artifacts:/workspaces/w/1/r1/artifacts/model',
  'http://localhost:5000/api/2.0/mlflow-artifacts/artifacts/1/r1/artifacts/model',
];

test.for(EMPTY)(
  'a version of %s, where MLflow 3 keeps no model, is told what to call',
  (source) => {
    expect(said(check, versionOf(source))).toBe(
      'Version 1 points at the run’s artifact "model", where MLflow 3 does not keep the model: it cannot be loaded.',
    );
    expect(hinted(check, versionOf(source))).toContain('mlflow.registerModel(`runs:/');
  },
);

test('what is registered as a logged model, or lies in the run as MLflow 2 had it, passes', () => {
  const old = runWith({ models: [modelWith({ modelId: null })] });
  expect(said(check, versionOf('models:/m-1', [logged], 'm-1'))).toBeNull();
  expect(said(check, versionOf('mlflow-artifacts:/1/models/m-1/artifacts'))).toBeNull();
  expect(said(check, versionOf('mlflow-artifacts:/1/r1/artifacts/model', [old]))).toBeNull();
});
