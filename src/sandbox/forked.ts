import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Ending } from '../run/program.ts';
import { openBox, type Box } from './box.ts';
import { behindDoor, ENV, inside } from './inside.ts';
import { guardMemory } from './memory-guard.ts';
import { memoryOfTree } from './process-tree.ts';
import { SandboxFailedError, type Command, type Fork, type SandboxedProgram } from './sandbox.ts';
import { inScratch, makeScratch } from './scratch.ts';

/** What a sandbox without a door runs: it says that it is there, and waits to be killed. */
const CLOSED = ['/usr/bin/sh', '-c', 'echo open >&3; exec /usr/bin/sleep infinity'] as const;

/**
 * A program that is forked from a process which has loaded what it needs, and moved into a bubblewrap sandbox:
 * its door is the sandbox's own program, and with that one everything in there dies.
 */
export function startForked(command: Command, fork: Fork, folder: string): SandboxedProgram {
  const scratch = makeScratch(folder);
  const argv = fork.asksMlflow ? behindDoor([]) : CLOSED;
  const box = openBox({ ...command, argv }, scratch);
  const { first } = box;
  const streams = receiveStreams(join(scratch.folder, 'streams.sock'));
  let pid = (): number | null => null;
  const guard = guardMemory(first, command.limits, () => {
    const own = pid();
    return own === null || first.pid === null ? null : memoryOfTree(first.pid) + memoryOfTree(own);
  });
  /** What became of one that was killed. */
  const wasKilled = () => ({ code: null, signal: 'SIGKILL', limit: guard.limit }) as const;

  async function run(): Promise<Omit<Ending, 'memoryBytes'>> {
    const number = await doorOpen(box);
    if (guard.killed) return wasKilled();
    await streams.listening;
    const forked = fork.zygote.fork({
      program: fork.program,
      arguments: fork.arguments,
      first: number,
      sockets: streams.path,
      environment: { ...ENV, ...command.env },
      folder: inside.tmp,
      limits: command.limits,
    });
    pid = () => forked.pid;
    const { code, signal } = await forked.ended;
    if (code !== null) return { code, signal: null, limit: null };
    if (guard.killed || signal === constants.signals.SIGKILL) return wasKilled();
    return {
      code: 128 + (signal ?? 0),
      signal: null,
      limit: signal === constants.signals.SIGXCPU ? 'cpu' : null,
    };
  }

  async function end(): Promise<Ending> {
    try {
      const ending = await run().catch((cause: unknown) => {
        // Whoever was killed on the way there has not failed.
        if (guard.killed) return wasKilled();
        if (cause instanceof SandboxFailedError) throw cause;
        const detail = cause instanceof Error ? cause.message : String(cause);
        throw new SandboxFailedError('bubblewrap', detail, { cause });
      });
      first.kill();
      await box.gone();
      await streams.read();
      return { ...ending, memoryBytes: guard.most };
    } finally {
      first.kill();
      guard[Symbol.dispose]();
      streams[Symbol.dispose]();
      scratch[Symbol.dispose]();
    }
  }

  const ended = end();
  const { stdin, output, report } = streams;
  return inScratch(scratch, { stdin, output, report, ended, kill: guard.kill });
}

/**
 * Waits until the sandbox is there, and its door leads out.
 *
 * @returns the number of its first process. @throws SandboxFailedError when it never does
 */
async function doorOpen(box: Box): Promise<number> {
  for (const stream of [box.stdout, box.stderr]) stream.resume();
  const open = once(box.report, 'data');
  open.catch(() => undefined);
  const never = box.gone().then(() => {
    throw box.failure();
  });
  never.catch(() => undefined);
  await Promise.race([open, never]);
  return await Promise.race([box.first.known, never]);
}

/** Takes up the connections of a forked program's streams, each of which begins with its name. */
function receiveStreams(path: string) {
  const stdin = new PassThrough();
  const [stdout, stderr, report] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const outward = [stdout, stderr, report];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => open.delete(socket));
    socket.once('data', (start: Buffer) => {
      const number = Number(start.subarray(0, 1).toString('latin1'));
      socket.pause();
      if (start.length > 1) socket.unshift(start.subarray(1));
      const stream = outward[number - 1];
      if (stream !== undefined) socket.pipe(stream);
      else {
        stdin.pipe(socket);
        // A connection leads both ways: what is written into the input is nobody's, and unread it would never end.
        socket.resume();
      }
    });
  });
  server.listen(path);
  const listening = once(server, 'listening');
  listening.catch(() => undefined);
  return {
    path,
    stdin,
    output: [stdout, stderr],
    report,
    listening,
    /** Resolves when whatever was written has been read. */
    async read() {
      await Promise.all(
        [...open].map(
          async (socket) => await finished(socket, { writable: false }).catch(() => undefined),
        ),
      );
    },
    [Symbol.dispose]() {
      server.close();
      for (const socket of open) socket.destroy();
      for (const stream of outward) stream.end();
    },
  };
}
