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
/** Where the grader takes up connections to a server in here, and the port of that server. */
const INWARD = '/door/inward.sock';
const SERVED = Number(process.env['WORKSHOP_SERVED_PORT'] ?? 0);
const [file = '', ...args] = process.argv.slice(2);

await listen('127.0.0.1');
// Where there is no IPv6, `localhost` means the other one.
await listen('::1').catch(() => undefined);
if (SERVED > 0) offer();

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

/** Keeps one connection to the grader open; as soon as that one is used it leads in, and another is opened. */
function offer(): void {
  const outer = connect({ path: INWARD, allowHalfOpen: true });
  // The grader may not listen yet.
  const again = () => setTimeout(offer, 50);
  outer.once('error', again);
  outer.once('data', (first: Buffer) => {
    outer.off('error', again);
    const inner = connect({ port: SERVED, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    inner.on('error', () => outer.destroy());
    outer.on('error', () => inner.destroy());
    inner.write(first);
    outer.pipe(inner).pipe(outer);
    offer();
  });
}
