import { randomBytes, randomUUID } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { startGateway, type Gateway, type GatewayOptions } from '../../src/gateway/gateway.ts';
import { mlflowFailure } from '../../src/gateway/mlflow-failure.ts';
import { createMlflow } from '../../src/mlflow/index.ts';
import { createWorkspace } from '../../src/server/workspaces.ts';
import { listen, rawGet } from './raw-http.ts';

const trackingUri = inject('trackingUri');
const MB = 1024 * 1024;
let gateway: Gateway;

beforeEach(async () => {
  gateway = await startGateway({ target: trackingUri });
});
afterEach(async () => await gateway[Symbol.asyncDispose]());

/** Another gateway for one test. */
const gatewayTo = async (options: Partial<GatewayOptions>) =>
  await startGateway({ target: trackingUri, ...options });

const LOG_BATCH = '/api/2.0/mlflow/runs/log-batch';
const artifactPath = () => `/api/2.0/mlflow-artifacts/artifacts/gateway/${randomUUID()}`;

async function search(uri: string, headers: Record<string, string> = {}): Promise<string[]> {
  const answer = await fetch(`${uri}/api/2.0/mlflow/experiments/search?max_results=1000`, {
    headers,
  });
  const { experiments = [] }: { experiments?: { name: string }[] } = JSON.parse(
    await answer.text(),
  );
  return experiments.map(({ name }) => name);
}

test('the workspace is pinned, whatever a submission sends', async () => {
  const [mine, theirs] = [`mine-${Date.now()}`, `theirs-${Date.now()}`];
  for (const name of [mine, theirs]) await createWorkspace({ uri: trackingUri }, name);
  for (const workspace of [mine, theirs]) {
    await using pinned = await gatewayTo({ workspace });
    await createMlflow({ trackingUri: pinned.uri }).setExperiment(`in-${workspace}`);
  }
  await using pinned = await gatewayTo({ workspace: mine });
  for (const header of ['X-MLFLOW-WORKSPACE', 'x-mlflow-workspace', 'X-Mlflow-Workspace']) {
    expect(await search(pinned.uri, { [header]: theirs })).toEqual([`in-${mine}`, 'Default']);
  }
  expect(
    await rawGet(pinned.uri, '/api/2.0/mlflow/experiments/search?max_results=9', [
      `X-MLFLOW-WORKSPACE: ${theirs}`,
      `X-MLFLOW-WORKSPACE: ${theirs}`,
    ]),
  ).not.toContain(`in-${theirs}`);
  expect(await search(gateway.uri, { 'X-MLFLOW-WORKSPACE': theirs })).not.toContain(`in-${theirs}`);
});

test('no request line leads to another server', async () => {
  let reached = 0;
  const elsewhere = createServer((socket) => {
    reached += 1;
    socket.destroy();
  });
  const port = await listen(elsewhere);
  try {
    const absolute = await rawGet(gateway.uri, `http://127.0.0.1:${port}/health`);
    expect(absolute).toMatch(/^HTTP\/1\.1 400 /);
    await rawGet(gateway.uri, `//127.0.0.1:${port}/health`);
    expect(reached).toBe(0);
    expect(gateway.lostServer).toBe(false);
  } finally {
    elsewhere.close();
  }
});

test('requests are recorded, with the searches as evidence', async () => {
  const mlflow = createMlflow({ trackingUri: gateway.uri });
  const { experimentId } = await mlflow.setExperiment(`evidence-${Date.now()}`);
  await mlflow.searchRuns({ experimentIds: [experimentId], orderBy: ['metrics.accuracy DESC'] });
  const found = gateway.requests.find(({ path }) => path.endsWith('/runs/search'));
  expect(found).toMatchObject({
    method: 'POST',
    status: 200,
    body: { experiment_ids: [experimentId], order_by: ['metrics.accuracy DESC'] },
  });
  expect(found?.requestBytes).toBeGreaterThan(0);
  expect(gateway.failures).toEqual([]);
});

test('50 MB go up and come down unchanged, and a slow reader holds them back', async () => {
  const path = artifactPath();
  const bytes = randomBytes(50 * MB);
  const put = await fetch(gateway.uri + path, { method: 'PUT', body: bytes });
  expect(put.status).toBe(200);

  const before = process.memoryUsage().arrayBuffers;
  const response = await open(gateway.uri + path);
  // Nothing is read for a while: what arrives meanwhile must wait in MLflow, not here.
  response.pause();
  let most = 0;
  for (let i = 0; i < 20; i += 1) {
    await pause(25);
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(most).toBeLessThan(25 * MB);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  expect(
    gateway.requests.map(({ method, requestBytes, responseBytes }) => [
      method,
      requestBytes,
      responseBytes,
    ]),
  ).toEqual([
    ['PUT', 50 * MB, expect.any(Number)],
    ['GET', 0, 50 * MB],
  ]);
});

test('a client that hangs up, up or down, is no lost server', async () => {
  const path = artifactPath();
  await fetch(gateway.uri + path, { method: 'PUT', body: randomBytes(20 * MB) });
  const download = await open(gateway.uri + path);
  download.destroy();

  const upload = request(gateway.uri + artifactPath(), {
    method: 'PUT',
    headers: { 'content-length': 20 * MB },
  });
  upload.on('error', () => undefined);
  Readable.from([randomBytes(MB)]).pipe(upload, { end: false });
  await pause(200);
  upload.destroy();

  const waiting = request(`${gateway.uri}/api/2.0/mlflow/experiments/search?max_results=10`);
  waiting.on('error', () => undefined);
  waiting.end();
  await pause(2);
  waiting.destroy();
  await pause(500);
  expect(gateway.lostServer).toBe(false);
  expect((await fetch(`${gateway.uri}/health`)).status).toBe(200);
});

test('a server that is not there is lost, and the client is told to try later', async () => {
  let told = 0;
  await using lost = await gatewayTo({ target: 'http://127.0.0.1:9', onLost: () => (told += 1) });
  const answer = await fetch(`${lost.uri}/health`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    error_code: 'TEMPORARILY_UNAVAILABLE',
    message: 'MLflow does not answer',
  });
  expect(lost.lostServer).toBe(true);
  expect(told).toBe(1);
});

test.for(['before', 'during'] as const)(
  'a server that goes away %s its answer is lost',
  async (when) => {
    const dying = createServer((socket) => {
      if (when === 'during') socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nbegin');
      socket.once('data', () => setTimeout(() => socket.resetAndDestroy(), 50));
    });
    await using lost = await gatewayTo({ target: `http://127.0.0.1:${await listen(dying)}` });
    const answer = await fetch(lost.uri + LOG_BATCH, { method: 'POST', body: 'x'.repeat(1000) })
      .then(async (response) => await response.text())
      .catch(() => 'cut');
    expect(answer).toContain(when === 'during' ? 'cut' : 'TEMPORARILY_UNAVAILABLE');
    await vi.waitFor(() => expect(lost.lostServer).toBe(true));
    dying.close();
  },
);

test('a model server that is gone is no loss of MLflow', async () => {
  const route = async () => ({ forwardTo: 'http://127.0.0.1:9/invocations' });
  await using routed = await gatewayTo({ route });
  expect((await fetch(`${routed.uri}/workshop/serving/1/invocations`)).status).toBe(503);
  expect(routed.lostServer).toBe(false);
});

test('the path and the credentials of a tracking URI are kept', async () => {
  const seen: string[] = [];
  const proxy = createServer((socket) => {
    socket.once('data', (chunk: Buffer) => {
      seen.push(chunk.toString('utf8'));
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nOK');
    });
  });
  const target = `http://ada:l%40ce@127.0.0.1:${await listen(proxy)}/mlflow/`;
  await using behind = await gatewayTo({ target });
  expect(await (await fetch(`${behind.uri}/health`)).text()).toBe('OK');
  expect(seen[0]).toMatch(/^GET \/mlflow\/health HTTP/);
  expect(seen[0]).toContain(`Basic ${Buffer.from('ada:l@ce').toString('base64')}`);
  proxy.close();
});

test('a failed upload is the fault of the submission where one of the same size goes through', async () => {
  const tooLong = `${artifactPath()}/${'n'.repeat(300)}`;
  const answer = await fetch(gateway.uri + tooLong, { method: 'PUT', body: 'x' });
  expect(answer.status).toBe(500);
  expect(gateway.failures).toMatchObject([{ fact: { method: 'PUT', status: 500 } }]);
  expect(await mlflowFailure(gateway.failures, trackingUri, undefined)).toBeNull();
  expect(await mlflowFailure(gateway.failures, 'http://127.0.0.1:9', undefined)).toContain(
    '500 Internal Server Error (PUT ',
  );
});

async function open(url: string): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    request(url, { agent: false }, resolve).once('error', reject).end();
  });
}
