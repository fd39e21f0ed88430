import { expect, inject, test } from 'vitest';
import { createMlflow } from '../../src/mlflow/index.ts';
import { freshName } from './client-python.ts';

test('48 batches at once are all taken, and none waits for a database connection', async () => {
  const trackingUri = inject('trackingUri');
  const mlflow = createMlflow({ trackingUri });
  const { experimentId } = await mlflow.setExperiment(freshName('load'));
  const { runId } = (await mlflow.client.createRun(experimentId)).info;
  const log = async (step: number) => {
    const started = performance.now();
    const metrics = ['a', 'b', 'c', 'd'].map((key) => ({
      key,
      value: step,
      timestamp: step,
      step,
    }));
    const answer = await fetch(`${trackingUri}/api/2.0/mlflow/runs/log-batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ run_id: runId, metrics }),
    });
    await answer.text();
    return { status: answer.status, ms: performance.now() - started };
  };
  const clients = Array.from({ length: 48 }, async (_, client) => {
    const logged = [];
    for (let step = 0; step < 8; step += 1) logged.push(await log(client * 8 + step));
    return logged;
  });
  const answers = (await Promise.all(clients)).flat();
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  // SQLAlchemy gives up a wait for a connection after 30 s.
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(25_000);
});
