import { expect, inject, test } from 'vitest';
import { createMlflow } from '../../src/mlflow/index.ts';
import { freshName } from './client-python.ts';

const trackingUri = inject('trackingUri');

async function freshWorkspace(): Promise<string> {
  const name = freshName('space');
  const answer = await fetch(`${trackingUri}/api/3.0/mlflow/workspaces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  });
  expect(answer.ok).toBe(true);
  return name;
}

test('two workspaces hold experiments and models of one name apart', async () => {
  const [experiment, registered] = [freshName('shared'), freshName('shared')];
  for (const word of ['one', 'two']) {
    const mlflow = createMlflow({ trackingUri, workspace: await freshWorkspace() });
    await mlflow.setExperiment(experiment);
    await mlflow.startRun({ runName: word }, async (run) => {
      await mlflow.logModel({
        name: 'model',
        files: { 'word.txt': word },
        flavors: {},
        registeredModelName: registered,
      });
      expect(run.info.artifactUri).toContain('mlflow-artifacts:/workspaces/space-');
    });
    const runs = await mlflow.searchRuns();
    expect(runs.map((run) => run.info.runName)).toEqual([word]);
    const model = await mlflow.readModel(`models:/${registered}/1`);
    expect(new TextDecoder().decode(await model.read('word.txt'))).toBe(word);
  }
});

test('a new workspace has no experiment to log into until one is set', async () => {
  const mlflow = createMlflow({ trackingUri, workspace: await freshWorkspace() });
  await expect(mlflow.startRun()).rejects.toThrow(
    'RESOURCE_DOES_NOT_EXIST: No Experiment with id=0 exists',
  );
});
