import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SERVE, templateOf } from './embedded-python.ts';
import { DiskFullError, PortTakenError, StartFailedError } from './errors.ts';
import { lastLines } from './pip-output.ts';
import { pythonEnv } from './python-env.ts';
import { dataFolder, readServerState, stateFile, type ServerState } from './server-state.ts';

export interface StartRequest {
  readonly python: string;
  readonly stateFolder: string;
  readonly pythonFolder: string;
  /** Wished-for port; 0 for any. */
  readonly port: number;
  /** Whether no other port will do. */
  readonly strictPort: boolean;
  readonly idleMinutes: number;
  readonly env: Record<string, string | undefined>;
  readonly signal?: AbortSignal | undefined;
}

/** As serve.py says it. */
const EXIT_PORT_TAKEN = 98;
const LIMIT_MS = 120_000;

/**
 * Starts serve.py as a process of its own that outlives ours, and waits until it has written its state.
 * When that fails or `signal` aborts, no process is left.
 * @throws {PortTakenError | DiskFullError | StartFailedError}
 */
export async function startProcess(request: StartRequest): Promise<ServerState> {
  const { stateFolder } = request;
  await mkdir(stateFolder, { recursive: true });
  const logPath = join(stateFolder, 'server.log');
  const instance = randomUUID();
  // MLflow leaves a lock file there for each database; an artifact passes through it on its way.
  const temp = join(stateFolder, 'tmp');
  await rm(temp, { recursive: true, force: true });
  await mkdir(temp);
  const log = await open(logPath, 'w');
  const child = spawn(request.python, serveArgs(request, instance), {
    cwd: stateFolder,
    env: { ...pythonEnv(request.python, request.env), TMPDIR: temp, TEMP: temp, TMP: temp },
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  try {
    return await untilStarted(child, request, instance, logPath);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    child.unref();
    await log.close();
  }
}

function serveArgs(request: StartRequest, instance: string): string[] {
  const { stateFolder } = request;
  const options = {
    data: dataFolder(stateFolder),
    template: templateOf(request.pythonFolder),
    state: stateFile(stateFolder),
    instance,
    port: String(request.port),
    'idle-minutes': String(request.idleMinutes),
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  // -B: no bytecode files beside our sources.
  return ['-B', SERVE, ...args, ...(request.strictPort ? ['--strict-port'] : [])];
}

async function untilStarted(
  child: ChildProcess,
  request: StartRequest,
  instance: string,
  logPath: string,
): Promise<ServerState> {
  const end: { of?: number | Error } = {};
  child.once('error', (error) => (end.of = error));
  child.once('exit', (code) => (end.of = code ?? 1));
  const deadline = performance.now() + LIMIT_MS;
  while (end.of === undefined && performance.now() < deadline) {
    request.signal?.throwIfAborted();
    const state = await readServerState(request.stateFolder);
    if (state?.instance === instance) return state;
    await pause(15);
  }
  if (end.of === EXIT_PORT_TAKEN && request.strictPort) throw new PortTakenError(request.port);
  const said = end.of instanceof Error ? end.of.message : await readFile(logPath, 'utf8');
  if (/No space left|disk is full/i.test(said)) throw new DiskFullError(request.stateFolder);
  const why = end.of === undefined ? `not ready after ${LIMIT_MS / 1000} s` : lastLines(said);
  throw new StartFailedError(logPath, why);
}
