import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

const PORT = 5000;
const GATEWAY = '/door/gateway.sock';

/**
 * Joins localhost:5000 of a sandbox to the gateway's socket file, which is all that leads out.
 *
 * @param held whether it keeps this process running
 */
export async function openDoor(held: boolean): Promise<void> {
  await listen('127.0.0.1', held);
  // Where there is no IPv6, `localhost` means the other one.
  await listen('::1', held).catch(() => undefined);
}

async function listen(host: string, held: boolean): Promise<void> {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (inner) => {
    const outer = connect({ path: GATEWAY, allowHalfOpen: true });
    join(inner, outer);
    if (!held) for (const socket of [inner, outer]) socket.unref();
  });
  server.listen(PORT, host);
  await once(server, 'listening');
  if (!held) server.unref();
}

/** Each side's bytes to the other; the end of one ends both. */
export function join(inner: Socket, outer: Socket): void {
  inner.on('error', () => outer.destroy());
  outer.on('error', () => inner.destroy());
  inner.pipe(outer).pipe(inner);
}
