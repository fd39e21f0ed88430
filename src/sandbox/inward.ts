import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** A port of this machine that leads to a server in a sandbox. */
export interface Inward extends Disposable {
  readonly uri: string;
}

/**
 * Joins a free port of this machine to the connections that a sandbox offers on a socket file. Nothing is
 * opened at a path that the sandbox could have changed.
 */
export async function joinInward(inwardSocket: string): Promise<Inward> {
  const open = new Set<Socket>();
  const offered = new Set<Socket>();
  const wanted: ((socket: Socket) => void)[] = [];
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      open.delete(socket);
      offered.delete(socket);
    });
  };
  const offers = createServer({ allowHalfOpen: true }, (socket) => {
    keep(socket);
    const taker = wanted.shift();
    if (taker === undefined) offered.add(socket);
    else taker(socket);
  });
  const clients = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    keep(client);
    const take = (server: Socket) => {
      offered.delete(server);
      client.once('close', () => server.destroy());
      server.once('close', () => client.destroy());
      client.pipe(server).pipe(client);
    };
    const [ready] = offered;
    if (ready === undefined) wanted.push(take);
    else take(ready);
  });
  offers.listen({ path: inwardSocket, readableAll: true, writableAll: true });
  clients.listen(0, '127.0.0.1');
  await Promise.all([once(offers, 'listening'), once(clients, 'listening')]);
  return {
    uri: `http://127.0.0.1:${portOf(clients)}`,
    [Symbol.dispose]() {
      for (const server of [offers, clients]) server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
