/**
 * Runs inside a sandbox, before and beside the program that its arguments name: joins localhost:5000 to
 * the gateway's socket file, which is all that leads out. In a process of its own, because a program that
 * computes, or waits for a child of its own, answers nobody; and a process starts faster than a thread.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { constants } from 'node:os';

const PORT = 5000;
const GATEWAY = '/door/gateway.sock';
const [file = '', ...args] = process.argv.slice(2);

await listen('127.0.0.1');
// Where there is no IPv6, `localhost` means the other one.
await listen('::1').catch(() => undefined);

const child = spawn(file, args, { stdio: [0, 1, 2, 3] });
child.once('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once('exit', (code, signal) => {
  process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
});

async function listen(host: string): Promise<void> {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, join);
  server.listen(PORT, host);
  await once(server, 'listening');
}

function join(inner: Socket): void {
  const outer = connect({ path: GATEWAY, allowHalfOpen: true });
  inner.on('error', () => outer.destroy());
  outer.on('error', () => inner.destroy());
  inner.pipe(outer).pipe(inner);
}
