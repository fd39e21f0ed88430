import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { startOtherUser, type OtherUserOptions } from './other-user.ts';
import { ONE_THREAD } from './sandboxed-python.ts';
import type { SandboxedServer, ServerRequest } from './sandboxed-server.ts';

/** What is kept of a server's output, in characters. */
const OUTPUT_LIMIT = 8192;
/** What it is told, and does not listen on. */
const NO_PORT = 0;

/**
 * Starts `mlflow models serve`, each as a user of its own. It listens on a socket file in that user's folder: a port
 * could be taken by another user who answers in its place.
 */
export function createOtherUserServers(options: OtherUserOptions) {
  return async ({ python, args, env }: ServerRequest): Promise<SandboxedServer> => {
    const socketIn = (tmp: string) => join(tmp, 'server.sock');
    const program = startOtherUser(options, ({ tmp }) => ({
      argv: [python, ...args(NO_PORT)],
      env: {
        ...env,
        ...ONE_THREAD,
        // Each of its options can be given so: https://www.uvicorn.org/settings/
        UVICORN_UDS: socketIn(tmp),
        PATH: `${dirname(python)}:/usr/bin:/bin`,
      },
    }));
    let output = '';
    for (const stream of [...program.output, program.report]) {
      stream.on('data', (chunk: Buffer) => {
        output = (output + chunk.toString('utf8')).slice(-OUTPUT_LIMIT);
      });
    }
    program.stdin.on('error', () => undefined);
    program.stdin.end();
    const way = await wayTo(socketIn(program.tmp));
    return {
      uri: way.uri,
      ended: program.ended,
      output: () => output,
      async [Symbol.asyncDispose]() {
        way[Symbol.dispose]();
        await program[Symbol.asyncDispose]();
      },
    };
  };
}

/** A free port of this machine that leads to a socket file. */
async function wayTo(path: string) {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const served = createConnection({ path, allowHalfOpen: true });
    for (const [socket, other] of [
      [client, served],
      [served, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    client.pipe(served).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    uri: `http://127.0.0.1:${port}`,
    [Symbol.dispose]() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
