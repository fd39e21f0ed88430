import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { getContainerRuntimeClient } from 'testcontainers';
import type { Ending } from '../run/program.ts';
import { ENV, etcMounts, inside, programMounts, USER } from './inside.ts';
import { openedHome } from './opened-home.ts';
import { thisOwner } from './owner.ts';
import {
  SandboxFailedError,
  type Command,
  type Limits,
  type Mount,
  type SandboxedProgram,
} from './sandbox.ts';
import { inScratch, makeScratch } from './scratch.ts';

/** How often the memory of a container is asked for, in milliseconds. */
const LOOK_MS = 200;

export type Docker = Awaited<
  ReturnType<typeof getContainerRuntimeClient>
>['container']['dockerode'];

type Container = ReturnType<Docker['getContainer']>;

/** An engine that runs sandboxes. */
export interface Engine {
  readonly docker: Docker;
  readonly image: string;
  /** Calls back when a container ran out of memory. @returns stops that */
  onOutOfMemory(containerId: string, callback: () => void): () => void;
}

/** Names the process for which a container runs. */
export const LABEL = 'workshop.sandbox';
const MEBIBYTE = 1024 * 1024;
const SHARED_MEMORY_MB = 64;
/**
 * The engine carries two streams out: the report takes the one, everything printed the other.
 * The shell stays the first process: the kernel would not stop that one for its CPU time.
 */
const THREE_STREAMS = 'exec 3>&1 1>&2; env -i "$@"; exit $?';
const SIGXCPU = 128 + 24;

/** A program in a container of its own. */
export function startContainer(command: Command, folder: string, engine: Engine): SandboxedProgram {
  const { docker, image } = engine;
  const scratch = makeScratch(folder);
  const [stdin, output, report] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let limit: Ending['limit'] = null;
  let memoryBytes: Ending['memoryBytes'] = null;
  const killing = Promise.withResolvers<void>();

  async function live(): Promise<Ending> {
    const container = await docker.createContainer({
      Image: image,
      ...settings(command, [
        { source: scratch.inbox, target: inside.submission },
        { source: scratch.door, target: '/door' },
        ...openedHome(command.mounts ?? [], scratch.folder),
      ]),
    });
    const forget = engine.onOutOfMemory(container.id, () => {
      limit = 'memory';
      killing.resolve();
    });
    try {
      const stream = await container.attach({
        stream: true,
        stdin: true,
        stdout: true,
        stderr: true,
        hijack: true,
      });
      docker.modem.demuxStream(stream, report, output);
      stdin.pipe(stream);
      await container.start();
      void killing.promise.then(() => container.kill()).catch(() => undefined);
      const stopLooking = lookAtMemory(container, (bytes) => {
        memoryBytes = Math.max(memoryBytes ?? 0, bytes);
      });
      const { StatusCode: code }: { StatusCode: number } = await container
        .wait()
        .finally(stopLooking);
      await finished(stream, { writable: false }).catch(() => undefined);
      const { State } = await container.inspect();
      if (State.OOMKilled) limit = 'memory';
      return limit === null && code !== 128 + 9
        ? { code, signal: null, limit: code === SIGXCPU ? 'cpu' : null, memoryBytes }
        : { code: null, signal: 'SIGKILL', limit, memoryBytes };
    } finally {
      forget();
      await container.remove({ force: true, v: true });
    }
  }

  const ended = live()
    .catch((cause: unknown) => {
      const detail = cause instanceof Error ? cause.message : String(cause);
      throw new SandboxFailedError('container', detail, { cause });
    })
    .finally(() => {
      for (const stream of [report, output]) stream.end();
      scratch[Symbol.dispose]();
    });
  const kill = () => killing.resolve();
  return inScratch(scratch, { stdin, output: [output], report, ended, kill });
}

/**
 * Tells again and again what the processes of a container have in memory, in bytes. @returns stops that
 *
 * @see https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerStats
 */
function lookAtMemory(container: Container, onLook: (bytes: number) => void): () => void {
  const stop = new AbortController();
  void (async () => {
    while (!stop.signal.aborted) {
      // One that has just ended gives none.
      const { memory_stats } = await container.stats({ stream: false, 'one-shot': true });
      // Under version 2 of control groups, and under version 1.
      const { anon, total_rss }: { anon?: number; total_rss?: number } = memory_stats.stats ?? {};
      onLook(anon ?? total_rss ?? 0);
      await pause(LOOK_MS, undefined, { signal: stop.signal });
    }
  })().catch(() => undefined);
  return () => stop.abort();
}

/** https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate */
function settings({ argv, limits, env, mounts = [] }: Command, own: readonly Mount[]) {
  const environment = Object.entries({ ...ENV, ...env }).map(([name, value]) => `${name}=${value}`);
  const all = [...etcMounts(), ...programMounts(), ...own, ...mounts];
  return {
    Entrypoint: ['/bin/sh', '-c', THREE_STREAMS, 'sh'],
    Cmd: [...environment, ...argv],
    User: `${USER.uid}:${USER.gid}`,
    WorkingDir: inside.tmp,
    Hostname: 'workshop',
    Labels: { [LABEL]: thisOwner() },
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: true,
    StdinOnce: true,
    NetworkDisabled: true,
    HostConfig: {
      ...memory(limits),
      PidsLimit: limits.tasks,
      NanoCpus: 1e9,
      Ulimits: [
        { Name: 'cpu', Soft: limits.cpuSeconds, Hard: limits.cpuSeconds + 5 },
        { Name: 'nofile', Soft: 4096, Hard: 4096 },
        { Name: 'core', Soft: 0, Hard: 0 },
      ],
      NetworkMode: 'none',
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      ReadonlyRootfs: true,
      Tmpfs: { [inside.tmp]: `rw,nosuid,nodev,size=${limits.diskMb}m,mode=1777` },
      // Endless printing must not fill the engine's disk.
      LogConfig: { Type: 'none', Config: {} },
      Mounts: all.map(({ source, target }) => ({
        Type: 'bind' as const,
        Source: source,
        Target: target,
        ReadOnly: true,
      })),
    },
  };
}

/** No swap; what is written to /tmp is memory too, and has a limit of its own. */
function memory({ memoryMb, diskMb }: Limits) {
  const Memory = (memoryMb + diskMb) * MEBIBYTE;
  return { Memory, MemorySwap: Memory, ShmSize: SHARED_MEMORY_MB * MEBIBYTE };
}
