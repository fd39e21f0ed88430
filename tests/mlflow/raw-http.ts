import { connect, type Server } from 'node:net';

/** Writes text to a connection as it is; the whole answer as text, however the connection ends. */
export async function sendRaw(uri: string, text: string): Promise<string> {
  const { hostname, port } = new URL(uri);
  const socket = connect(Number(port), hostname);
  socket.write(text, 'latin1');
  let answer = '';
  try {
    for await (const chunk of socket) answer += String(chunk);
  } catch {
    // Cut by the other side: what came so far is the answer.
  }
  return answer;
}

/** One GET whose request line and headers are written as they are. */
export async function rawGet(uri: string, target: string, headers: string[] = []): Promise<string> {
  const host = `Host: ${new URL(uri).host}`;
  const lines = [`GET ${target} HTTP/1.1`, host, 'Connection: close', ...headers];
  return await sendRaw(uri, `${lines.join('\r\n')}\r\n\r\n`);
}

/** The port on which the server listens from now on. */
export async function listen(server: Server): Promise<number> {
  return await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
