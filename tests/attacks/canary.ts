import { once } from 'node:events';
import { createServer } from 'node:http';

/** A service of this machine that no submission may reach; it notes who does. */
export interface Canary extends AsyncDisposable {
  readonly uri: string;
  readonly visits: readonly string[];
}

export async function startCanary(): Promise<Canary> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(`${request.method} ${request.url}`);
    request.resume();
    response.end('sung');
  });
  await once(server.listen(0, '0.0.0.0'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    uri: `http://127.0.0.1:${port}`,
    visits,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
