import { expect, inject, test } from 'vitest';
import { createMlflow } from '../../src/mlflow/index.ts';
import { freshName, runPython } from './client-python.ts';

const mlflow = createMlflow({ trackingUri: inject('trackingUri') });

async function message(promise: Promise<unknown>): Promise<string | null> {
  try {
    await promise;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : null;
  }
}

test('errors read as they do in Python', async () => {
  await mlflow.setExperiment(freshName('errors'));
  const runId = await mlflow.startRun({}, async (run) => {
    await mlflow.logParam('a', 1);
    return run.info.runId;
  });
  const { client } = mlflow;
  const ours = {
    experiment: await message(client.getExperiment('999999')),
    param: await message(client.logParam(runId, 'a', 2)),
    filter: await message(
      client.searchRuns({ experimentIds: ['0'], filterString: 'accuracy > 0.5' }),
    ),
    version: await message(client.getModelVersion('absent', 1)),
    alias: await message(client.getModelVersionByAlias('absent', 'champion')),
  };
  const python = await runPython('client_errors.py', runId);
  expect(ours).toEqual(python);
  expect(ours.experiment).toBe('RESOURCE_DOES_NOT_EXIST: No Experiment with id=999999 exists');
});

test('a metric that is no number is refused before it is sent', async () => {
  const value: number = JSON.parse('"0.9"');
  await mlflow.startRun({}, async () => {
    expect(await message(mlflow.logMetric('accuracy', value))).toBe(
      `INVALID_PARAMETER_VALUE: Got invalid value "0.9" for metric 'accuracy'. Please specify value as a number.`,
    );
  });
});

test('a model that is not there is said by name', async () => {
  const runId = await mlflow.startRun({}, (run) => run.info.runId);
  expect(await message(mlflow.registerModel(`runs:/${runId}/model`, freshName('none')))).toBe(
    `NOT_FOUND: Unable to find a logged_model with artifact_path model under run ${runId}`,
  );
  expect(await message(mlflow.readModel(`runs:/${runId}/model`))).toContain(
    'RESOURCE_DOES_NOT_EXIST: No such artifact',
  );
  expect(await message(mlflow.downloadModel(`runs:/${runId}/model`, '/nowhere'))).toBe(
    `RESOURCE_DOES_NOT_EXIST: No model files at runs:/${runId}/model`,
  );
});
