import { createServer, type RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { createClient } from '../../../src/mlflow/index.ts';

/** A server for answers that a real MLflow cannot be made to give. */
async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const trackingUri = `http://127.0.0.1:${port}`;
  const retry = { retries: 2, firstWaitMs: 1 };
  const client = createClient({ trackingUri, retry, timeoutMs: 2000 });
  return {
    client,
    trackingUri,
    [Symbol.dispose]: () => {
      client.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const failingTimes =
  (times: number, status: number, counts: string[]): RequestListener =>
  (request, response) => {
    counts.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (counts.length > times) response.writeHead(200).end('{}');
    else response.writeHead(status).end(`{"error_code":"E${status}","message":"later"}`);
  };

test('an idempotent call is repeated after 429 and 503', async () => {
  for (const status of [429, 503]) {
    const counts: string[] = [];
    using server = await serve(failingTimes(2, status, counts));
    await server.client.logMetric('r', 'm', 1);
    expect(counts).toHaveLength(3);
  }
});

test('the error of the last repetition is thrown', async () => {
  const counts: string[] = [];
  using server = await serve(failingTimes(9, 503, counts));
  await expect(server.client.setTag('r', 'k', 'v')).rejects.toMatchObject({
    name: 'MlflowError',
    message: 'E503: later',
    errorCode: 'E503',
    status: 503,
    method: 'POST',
  });
  expect(counts).toHaveLength(3);
});

test('creating a run is not repeated after an answer that may follow the work', async () => {
  for (const status of [408, 500, 502, 503, 504]) {
    const counts: string[] = [];
    using server = await serve(failingTimes(9, status, counts));
    await expect(server.client.createRun('0')).rejects.toThrow(`E${status}: later`);
    expect(counts).toEqual(['POST /api/2.0/mlflow/runs/create']);
  }
});

test('creating an experiment is repeated after 429, and after a 503 that says when to come again', async () => {
  for (const [status, retryAfter] of [
    [429, undefined],
    [503, '0'],
  ] as const) {
    let calls = 0;
    using server = await serve((_, response) => {
      calls += 1;
      if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
      if (calls < 3) response.writeHead(status).end('{"error_code":"E","message":"later"}');
      else response.writeHead(200).end('{"experiment_id":"7"}');
    });
    expect(await server.client.createExperiment('once')).toBe('7');
    expect(calls).toBe(3);
  }
});

test('a refusal that is not passing is not repeated', async () => {
  const counts: string[] = [];
  using server = await serve(failingTimes(9, 400, counts));
  await expect(server.client.getRun('r')).rejects.toThrow('E400: later');
  expect(counts).toHaveLength(1);
});

test('a connection cut while answering is repeated for idempotent calls only', async () => {
  let calls = 0;
  using server = await serve((request, response) => {
    calls += 1;
    if (calls % 2 === 1) request.socket.destroy();
    else response.end('{}');
  });
  await server.client.setTag('r', 'k', 'v');
  expect(calls).toBe(2);
  await expect(server.client.createRun('0')).rejects.toMatchObject({
    name: 'MlflowUnreachableError',
    code: 'ECONNRESET',
  });
  expect(calls).toBe(3);
});

test('a server that is down is said at once', async () => {
  const server = await serve(() => {});
  server[Symbol.dispose]();
  const client = createClient({ trackingUri: server.trackingUri });
  await expect(client.health()).rejects.toMatchObject({
    name: 'MlflowUnreachableError',
    code: 'ECONNREFUSED',
    message: `no answer from MLflow (ECONNREFUSED): GET ${server.trackingUri}/health`,
  });
});

test('a page that is no MLflow answer is shown, cut', async () => {
  using server = await serve((_, response) => {
    response.writeHead(502).end(`<html>${'x'.repeat(1000)}`);
  });
  const page = server.client.createRun('0');
  await expect(page).rejects.toMatchObject({
    name: 'MlflowUnexpectedAnswerError',
    code: 'UNEXPECTED_ANSWER',
    status: 502,
    body: `<html>${'x'.repeat(194)}`,
  });
});

test('JSON of another shape is refused with the field', async () => {
  using server = await serve((_, response) => {
    response.end('{"run":{"info":{"run_id":3}}}');
  });
  await expect(server.client.getRun('r')).rejects.toThrow(
    "not what MLflow sends (body/run/info must have required property 'experiment_id')",
  );
});

test('user and password go into a header and out of every error', async () => {
  const seen: (string | undefined)[] = [];
  using server = await serve((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(404).end();
  });
  const trackingUri = server.trackingUri.replace('//', '//ann:p%40ss@');
  const client = createClient({ trackingUri, workspace: 'w' });
  await expect(client.health()).rejects.toThrow(`GET ${server.trackingUri}/health answered 404`);
  expect(seen).toEqual([`Basic ${Buffer.from('ann:p@ss').toString('base64')}`]);
  expect(client.trackingUri).toBe(server.trackingUri);
  client.close();
});

test('a connection that idled while the program computed is not reused', async () => {
  let connections = 0;
  using server = await serve((_, response) => response.end('OK'));
  const listener = await serve((request, response) => {
    request.socket.once('close', () => {
      connections += 1;
    });
    response.end('OK');
  });
  using _ = listener;
  await server.client.health();
  await listener.client.health();
  const end = performance.now() + 1600;
  while (performance.now() < end);
  await listener.client.health();
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  expect(connections).toBe(1);
});

test('a file that is longer than asked for is refused, and not taken for a cut connection', async () => {
  let asked = 0;
  using server = await serve((_, response) => {
    asked += 1;
    response.end('x'.repeat(100_000));
  });
  const folder = server.client.folderAt('mlflow-artifacts:/1/artifacts');
  expect(await folder.read('MLmodel', 100_000)).toHaveLength(100_000);
  await expect(folder.read('MLmodel', 99_999)).rejects.toMatchObject({
    name: 'MlflowError',
    errorCode: 'INVALID_PARAMETER_VALUE',
  });
  expect(asked).toBe(2);
});
