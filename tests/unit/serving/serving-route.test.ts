import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createServingRoute } from '../../../src/serving/serving-route.ts';

const open: { close(): unknown }[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  open.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

test('a model server that is still being started when all is over is stopped', async () => {
  const notYet = await listen((_, response) => response.writeHead(503).end());
  const life: string[] = [];
  const serving = createServingRoute(async () => ({
    python: '',
    trackingUri: '',
    timeoutMs: 60_000,
    env: {},
    start: async () => {
      life.push('started');
      return {
        uri: notYet,
        ended: new Promise(() => undefined),
        output: () => '',
        [Symbol.asyncDispose]: async () => void life.push('stopped'),
      };
    },
  }));
  const gateway = await listen((request, response) => {
    void serving.route(request).then((routed) => response.end(JSON.stringify(routed)));
  });
  const asked = fetch(`${gateway}/workshop/serving`, { method: 'POST', body: '{}' });
  await expect.poll(() => life).toEqual(['started']);
  await serving[Symbol.asyncDispose]();
  expect(life).toEqual(['started', 'stopped']);
  expect(await (await asked).json()).toMatchObject({ status: 500 });
  const late = await fetch(`${gateway}/workshop/serving`, { method: 'POST', body: '{}' });
  expect(await late.json()).toMatchObject({ status: 503 });
  expect(life).toEqual(['started', 'stopped']);
});
