import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Writes an artifact to MLflow from memory over a bare socket, with nothing computed on this side: what the
 * server alone takes, which no client can beat.
 *
 * @param artifact the address that it gets
 */
export async function bareUpload(artifact: string, content: Uint8Array): Promise<void> {
  const { hostname, port, host, pathname } = new URL(artifact);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  socket.write(
    `PUT ${pathname} HTTP/1.1\r\n` +
      `host: ${host}\r\ncontent-length: ${content.byteLength}\r\nconnection: close\r\n\r\n`,
  );
  socket.write(content);
  const answer = Buffer.concat(await socket.toArray()).toString('latin1');
  if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`the server answered: ${answer}`);
}
