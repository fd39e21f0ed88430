import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server, and cuts connections in the middle of an answer. */
export interface CuttingProxy extends AsyncDisposable {
  readonly uri: string;
  /** How many it has cut. */
  readonly cuts: () => number;
}

/**
 * @param uri of the server behind it
 * @param pattern what a request holds whose answer is cut after its first bytes
 * @param times how often
 */
export async function cuttingProxy(
  uri: string,
  pattern: RegExp,
  times: number,
): Promise<CuttingProxy> {
  const { hostname, port } = new URL(uri);
  const open = new Set<Socket>();
  let cuts = 0;
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    let asked = '';
    const close = () => {
      client.destroy();
      behind.destroy();
    };
    for (const socket of [client, behind]) {
      open.add(socket);
      socket.on('error', close);
      socket.on('close', () => {
        open.delete(socket);
        close();
      });
    }
    client.on('data', (chunk) => {
      asked = chunk.toString('latin1');
      behind.write(chunk);
    });
    behind.on('data', (chunk) => {
      if (cuts >= times || !pattern.test(asked)) return void client.write(chunk);
      cuts += 1;
      client.write(chunk.subarray(0, 20), close);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    uri: `http://127.0.0.1:${address.port}`,
    cuts: () => cuts,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
