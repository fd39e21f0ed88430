/**
 * Runs inside a sandbox, before and beside the program that its arguments name: its door to the gateway. In a
 * process of its own, for a program that is not Node's. Without arguments it says on file descriptor 3 that it is
 * open, for a program that is forked and moved in.
 */
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { connect } from 'node:net';
import { constants } from 'node:os';
import { join, openDoor } from './open-door.ts';

/** Where the grader takes up connections to a server in here, and the port of that server. */
const INWARD = '/door/inward.sock';
const SERVED = Number(process.env['WORKSHOP_SERVED_PORT'] ?? 0);
const [file, ...args] = process.argv.slice(2);

await openDoor(true);
if (SERVED > 0) offer();

if (file === undefined) writeSync(3, 'open\n');
else run(file);

function run(program: string): void {
  const child = spawn(program, args, { stdio: [0, 1, 2, 3] });
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(127);
  });
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
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
    inner.write(first);
    join(inner, outer);
    offer();
  });
}
