import { Agent, createServer, request, type IncomingMessage } from 'node:http';
import { createServer as createPlainServer, type Socket } from 'node:net';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { startGateway, type GatewayOptions } from '../../src/gateway/gateway.ts';
import { createMlflow } from '../../src/mlflow/index.ts';
import { freshName } from './client-python.ts';
import { runPython } from './kit-python.ts';
import { listen, sendRaw } from './raw-http.ts';

const trackingUri = inject('trackingUri');
const LOG_BATCH = '/api/2.0/mlflow/runs/log-batch';
const ARTIFACTS = '/api/2.0/mlflow-artifacts/artifacts';
const MB = 1024 * 1024;
const cleanUps: (() => void)[] = [];
afterEach(() => cleanUps.splice(0).forEach((cleanUp) => cleanUp()));

const gatewayTo = async (options: Partial<GatewayOptions> = {}) =>
  await startGateway({ target: trackingUri, ...options });

/** A server that answers 200 to everything and keeps what it was sent. */
async function startEcho(): Promise<{ target: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createServer((incoming, outgoing) => {
    seen.push(incoming);
    incoming.resume();
    outgoing.end('{}');
  });
  cleanUps.push(() => server.close());
  return { target: `http://127.0.0.1:${await listen(server)}`, seen };
}

test('only what MLflow needs of the headers passes', async () => {
  const { target, seen } = await startEcho();
  await using gateway = await gatewayTo({ target, workspace: 'mine' });
  const headers = {
    authorization: 'Basic YTpi',
    cookie: 'a=b',
    forwarded: 'for=1.2.3.4',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'elsewhere',
    'x-mlflow-workspace': 'theirs',
    'x-mlflow-anything': '1',
    'x-http-method-override': 'DELETE',
    'content-type': 'application/json',
    'user-agent': 'mlflow-python-client/3.17.2',
  };
  await fetch(gateway.uri + LOG_BATCH, { method: 'POST', headers, body: '{}' });
  expect(seen[0]?.headers).toEqual({
    accept: '*/*',
    'accept-encoding': expect.any(String),
    'content-type': 'application/json',
    'content-length': '2',
    'user-agent': 'mlflow-python-client/3.17.2',
    'x-mlflow-workspace': 'mine',
    host: new URL(target).host,
    connection: 'close',
  });
});

const HEAD = 'Host: gateway\r\nConnection: close\r\n';
test.for([
  [
    'two lengths',
    `POST ${LOG_BATCH} HTTP/1.1\r\n${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
  ],
  [
    'a length and chunks',
    `POST ${LOG_BATCH} HTTP/1.1\r\n${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'chunks',
    `POST ${LOG_BATCH} HTTP/1.1\r\n${HEAD}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/3.0/mlflow/workspaces HTTP/1.1\r\n\r\n`,
  ],
  ['unknown chunks', `POST ${LOG_BATCH} HTTP/1.1\r\n${HEAD}Transfer-Encoding: xchunked\r\n\r\n`],
  ['a header name with a space', `GET /health HTTP/1.1\r\n${HEAD}Content-Length : 3\r\n\r\nabc`],
  ['a bare line feed', `GET /health HTTP/1.1\r\n${HEAD}A: b\nX-MLFLOW-WORKSPACE: theirs\r\n\r\n`],
  ['another protocol', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`],
  ['no Host', `GET /health HTTP/1.1\r\nConnection: close\r\n\r\n`],
  ['an address', `GET http://127.0.0.1:9/health HTTP/1.1\r\n${HEAD}\r\n`],
  ['CONNECT', `CONNECT 127.0.0.1:9 HTTP/1.1\r\n${HEAD}\r\n`],
  ['TRACE', `TRACE /health HTTP/1.1\r\n${HEAD}\r\n`],
  [
    'an upgrade',
    `GET /health HTTP/1.1\r\n${HEAD}Connection: upgrade\r\nUpgrade: websocket\r\n\r\n`,
  ],
  ['too many headers', `GET /health HTTP/1.1\r\n${HEAD}A: ${'x'.repeat(20_000)}\r\n\r\n`],
] as const)('%s reaches no server, and is recorded', async ([, text]) => {
  const { target, seen } = await startEcho();
  await using gateway = await gatewayTo({ target });
  expect(await sendRaw(gateway.uri, text)).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(seen).toHaveLength(0);
  if (!text.includes('Host')) return;
  expect(gateway.refusals.size).toBe(1);
  for (const { answer } of gateway.requests) expect(answer).toHaveProperty('refused');
});

test('a folded header stays one header', async () => {
  const { target, seen } = await startEcho();
  await using gateway = await gatewayTo({ target });
  await sendRaw(
    gateway.uri,
    `GET /health HTTP/1.1\r\n${HEAD}User-Agent: a\r\n X-MLFLOW-WORKSPACE: theirs\r\n\r\n`,
  );
  for (const { headers } of seen) expect(headers).not.toHaveProperty('x-mlflow-workspace');
});

test('a second request on the same connection is judged like the first', async () => {
  const { target, seen } = await startEcho();
  await using gateway = await gatewayTo({ target });
  const first = `POST ${LOG_BATCH} HTTP/1.1\r\nHost: gateway\r\nContent-Length: 2\r\n\r\n{}`;
  const second = `GET /api/3.0/mlflow/workspaces HTTP/1.1\r\n${HEAD}\r\n`;
  const answer = await sendRaw(gateway.uri, first + second);
  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403']);
  expect(seen).toHaveLength(1);
});

test.for([
  ['headers', `POST ${LOG_BATCH} HTTP/1.1\r\nHost: gateway\r\n`],
  ['a body', `POST ${LOG_BATCH} HTTP/1.1\r\nHost: gateway\r\nContent-Length: 9\r\n\r\n{`],
  ['an upload', `PUT ${ARTIFACTS}/1/a HTTP/1.1\r\nHost: gateway\r\nContent-Length: 9\r\n\r\nx`],
] as const)('%s without an end are not waited for', async ([, text]) => {
  await using gateway = await gatewayTo({ limits: { headersMs: 300, requestMs: 600 } });
  expect(await sendRaw(gateway.uri, text)).toMatch(/^HTTP\/1\.1 408 /);
  expect(gateway.refusals.get('slow')).toBe(1);
  expect(gateway.lostServer).toBe(false);
});

test('connections beyond the limit are closed, and the others go on', async () => {
  await using gateway = await gatewayTo({ limits: { connections: 2 } });
  const agent = new Agent({ keepAlive: true });
  const get = async () =>
    await new Promise<number | string>((resolve) => {
      request(`${gateway.uri}/health`, { agent }, (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      })
        .once('error', ({ message }) => resolve(message))
        .end();
    });
  const answers = await Promise.all([get(), get(), get(), get()]);
  expect(answers.filter((answer) => answer === 200)).toHaveLength(2);
  await vi.waitFor(() => expect(gateway.refusals.get('connections')).toBe(2));
  expect(await get()).toBe(200);
  agent.destroy();
});

test('honest clients wait and go on where the rate is limited, TypeScript and Python', async () => {
  const limits = { perSecond: 20, burst: 5, paceWaitMs: 20 };
  await using gateway = await gatewayTo({ limits });
  const name = freshName('paced');
  const mlflow = createMlflow({ trackingUri: gateway.uri });
  const { experimentId } = await mlflow.setExperiment(name);
  const runs = await Promise.all(
    Array.from({ length: 12 }, async () => await mlflow.client.createRun(experimentId)),
  );
  expect(new Set(runs.map(({ info }) => info.runId)).size).toBe(12);
  expect(gateway.refusals.get('rate')).toBeGreaterThan(0);
  expect(await runPython(inject('python'), 'gateway_flood.py', [gateway.uri, name])).toEqual({
    made: 10,
  });
  expect(gateway.requests.find(({ status }) => status === 429)).toMatchObject({
    answer: { error_code: 'REQUEST_LIMIT_EXCEEDED', refused: 'rate' },
  });
});

test('runs, uploads and requests end at their limits, with words that clients show', async () => {
  const limits = { runs: 2, uploadBytes: MB, totalBytes: 4 * MB, requests: 60 };
  await using gateway = await gatewayTo({ limits });
  const mlflow = createMlflow({ trackingUri: gateway.uri });
  const { experimentId } = await mlflow.setExperiment(freshName('limited'));
  const { runId } = (await mlflow.client.createRun(experimentId)).info;
  await mlflow.client.createRun(experimentId);
  await expect(mlflow.client.createRun(experimentId)).rejects.toThrow(
    'PERMISSION_DENIED: A submission may make at most 2 runs',
  );
  const upload = async (bytes: number) =>
    await mlflow.startRun({ runId }, async () => await mlflow.logText('x'.repeat(bytes), 'a.txt'));
  await upload(MB);
  await expect(upload(MB + 1)).rejects.toThrow('One uploaded file may have at most 1 MB');
  await upload(MB);
  await upload(MB);
  await expect(upload(MB)).rejects.toThrow('All that a submission sends may have at most 4 MB');
  const flood = async () => {
    for (let i = 0; i < 60; i += 1) await mlflow.client.getRun(runId);
  };
  await expect(flood()).rejects.toThrow('PERMISSION_DENIED: A submission may send at most 60');
  expect([...gateway.refusals.keys()]).toEqual(['runs', 'upload-size', 'total-size', 'requests']);
});

/** A server of ours, by its header, that treats each connection as `serve` says. */
async function startOurs(serve: (socket: Socket, asked: number, text: string) => void) {
  let asked = 0;
  const server = createPlainServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => serve(socket, ++asked, chunk.toString('latin1')));
  });
  cleanUps.push(() => server.close());
  return `http://127.0.0.1:${await listen(server)}`;
}
const OK = 'HTTP/1.1 200 OK\r\nx-workshop-instance: a\r\ncontent-length: 2\r\n\r\n{}';

test('a POST that meets a connection being closed is sent once more, on a new one', async () => {
  const texts: string[] = [];
  const target = await startOurs((socket, asked, text) => {
    texts.push(text);
    if (asked === 3) socket.resetAndDestroy();
    else socket.write(OK);
  });
  await using gateway = await gatewayTo({ target });
  const post = async () =>
    (await fetch(gateway.uri + LOG_BATCH, { method: 'POST', body: '{"run_id":"a"}' })).status;
  expect([await post(), await post(), await post()]).toEqual([200, 200, 200]);
  expect(texts).toHaveLength(4);
  expect(texts[3]).toContain('{"run_id":"a"}');
  expect(gateway.lostServer).toBe(false);
});

test('a request whose answer began is not sent again', async () => {
  let count = 0;
  const target = await startOurs((socket, asked) => {
    count = asked;
    if (asked < 3) socket.write(OK);
    else socket.end('HTTP/1.1 200');
  });
  await using gateway = await gatewayTo({ target });
  const post = async () =>
    (await fetch(gateway.uri + LOG_BATCH, { method: 'POST', body: '{}' })).status;
  expect([await post(), await post(), await post()]).toEqual([200, 200, 503]);
  expect(count).toBe(3);
  expect(gateway.lostServer).toBe(true);
});

test('a server that hangs up on every request is lost, not asked for ever', async () => {
  let count = 0;
  const target = await startOurs((socket, asked) => {
    count = asked;
    if (asked < 2) socket.write(OK);
    else socket.resetAndDestroy();
  });
  await using gateway = await gatewayTo({ target });
  const post = async () =>
    (await fetch(gateway.uri + LOG_BATCH, { method: 'POST', body: '{}' })).status;
  expect([await post(), await post()]).toEqual([200, 503]);
  expect(count).toBeLessThanOrEqual(3);
  expect(gateway.lostServer).toBe(true);
});

test('connections to another MLflow than ours are not kept', async () => {
  const { target, seen } = await startEcho();
  await using gateway = await gatewayTo({ target });
  for (let i = 0; i < 3; i += 1) await fetch(`${gateway.uri}/health`);
  expect(seen.map(({ headers }) => headers.connection)).toEqual(['close', 'close', 'close']);
});
