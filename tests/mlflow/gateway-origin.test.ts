import { connect, createServer, type Server } from 'node:net';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startGateway } from '../../src/gateway/gateway.ts';
import { createMlflow } from '../../src/mlflow/index.ts';
import { listen } from './raw-http.ts';

const target = new URL(inject('trackingUri'));

/** All that passes on its way to the real MLflow, as bytes. */
function relay(seen: Buffer[]): Server {
  const server = createServer((socket) => {
    const mlflow = connect(Number(target.port), target.hostname);
    socket.on('data', (chunk: Buffer) => seen.push(chunk));
    socket.pipe(mlflow).pipe(socket);
    socket.on('error', () => mlflow.destroy());
    mlflow.on('error', () => socket.destroy());
  });
  onTestFinished(() => void server.close());
  return server;
}

test('what was written, and from where, is recorded, and MLflow is not told', async () => {
  const seen: Buffer[] = [];
  const port = await listen(relay(seen));
  await using gateway = await startGateway({ target: `http://127.0.0.1:${port}` });
  const { experimentId } = await createMlflow({ trackingUri: gateway.uri }).setExperiment(
    `origin-${Date.now()}`,
  );
  const post = async (call: string, origin: string, body: object) => {
    const response = await fetch(`${gateway.uri}/api/2.0/mlflow/${call}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Workshop-Origin': origin },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return await response.text();
  };
  const created: { run: { info: { run_id: string } } } = JSON.parse(
    await post('runs/create', 'cell=7;line=3', {
      experiment_id: experimentId,
      run_name: 'first',
      start_time: Date.now(),
    }),
  );
  const { run_id: runId } = created.run.info;
  const params = [{ key: 'accuracy', value: '0.81-as-text' }];
  await post('runs/log-batch', 'cell=8;line=1', { run_id: runId, params });
  await post('runs/search', 'line=12', { experiment_ids: [experimentId] });
  await post('runs/update', 'line=twelve', { run_id: runId, status: 'FINISHED' });

  const calls = gateway.requests.slice(-4).map(({ path, body, origin, wrote }) => {
    return { call: path.split('/').at(-1), body, origin, wrote };
  });
  const nothing = { runId, params: [], metrics: [], tags: [], name: null };
  expect(calls).toEqual([
    {
      call: 'create',
      body: null,
      origin: { cell: 7, line: 3 },
      wrote: { ...nothing, name: 'first' },
    },
    {
      call: 'log-batch',
      body: null,
      origin: { cell: 8, line: 1 },
      wrote: { ...nothing, params: ['accuracy'] },
    },
    {
      call: 'search',
      body: { experiment_ids: [experimentId] },
      origin: { cell: null, line: 12 },
      wrote: null,
    },
    { call: 'update', body: null, origin: null, wrote: nothing },
  ]);
  const sent = Buffer.concat(seen).toString('latin1');
  expect(sent).toContain('0.81-as-text');
  expect(sent.toLowerCase()).not.toContain('x-workshop-origin');
});
