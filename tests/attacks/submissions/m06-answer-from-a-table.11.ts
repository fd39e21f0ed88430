/** Serves answers of its own making, from a server of its own. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ data }: Workshop) {
  const server = createServer((_, response) => response.end('{"predictions":[0,1,0]}'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/workshop/serving/1/invocations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ dataframe_split: data.toSplit(data.XTest.slice(0, 3)) }),
  });
  server.close();
  return await response.json();
}
