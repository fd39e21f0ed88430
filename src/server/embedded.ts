import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePython, pythonFolderOf } from './embedded-python.ts';
import { StartFailedError } from './errors.ts';
import type { FindOptions } from './find-options.ts';
import { isHealthy } from './health.ts';
import { oneAtATime } from './one-at-a-time.ts';
import {
  databaseFile,
  dataFolder,
  readServerState,
  uriOf,
  type ServerState,
} from './server-state.ts';
import { startProcess } from './start-process.ts';
import { isAlive, stopProcess } from './stop-process.ts';
import type { Because, TrackingServer } from './tracking-server.ts';
import { readPinned } from './version.ts';

/**
 * The embedded MLflow of a state folder: the one that runs, or a new one on the same data.
 * @throws what `ensurePython` throws, and {StartFailedError}
 */
export async function findEmbedded(options: FindOptions, reason: Because): Promise<TrackingServer> {
  const state = (await warm(options.stateFolder)) ?? (await startOnce(options));
  return embeddedServer(state, options, reason);
}

/** The running server of a state folder, if it is of the pinned version and its data was not deleted under it. */
export async function warm(stateFolder: string): Promise<ServerState | undefined> {
  const [state, pinned] = await Promise.all([readServerState(stateFolder), readPinned()]);
  if (state?.version !== pinned.version || !isAlive(state.pid)) return undefined;
  if (!existsSync(databaseFile(stateFolder))) return undefined;
  return (await isHealthy(uriOf(state), state.instance)) ? state : undefined;
}

/** `port`: the only port that will do, for clients that hold an address already. */
async function startOnce(options: FindOptions, port?: number): Promise<ServerState> {
  const { stateFolder, onProgress, signal } = options;
  const python = await ensurePython(options);
  return oneAtATime(
    join(stateFolder, 'server'),
    async () => {
      const running = await warm(stateFolder);
      if (running !== undefined) return running;
      const last = await readServerState(stateFolder);
      if (last !== undefined) await stopProcess(last);
      onProgress?.({ step: 'starting-server' });
      const state = await startProcess({
        python,
        stateFolder,
        pythonFolder: options.pythonFolder ?? pythonFolderOf(stateFolder),
        port: port ?? last?.port ?? 0,
        strictPort: port !== undefined,
        idleMinutes: options.idleMinutes ?? 30,
        env: options.env,
        signal,
      });
      if (await isHealthy(uriOf(state), state.instance, 30_000, signal)) return state;
      await stopProcess(state);
      throw new StartFailedError(join(stateFolder, 'server.log'), 'no answer to /health in 30 s');
    },
    () => onProgress?.({ step: 'waiting-for-another-command' }),
    signal,
  );
}

function embeddedServer(state: ServerState, options: FindOptions, reason: Because): TrackingServer {
  return {
    provider: 'embedded',
    uri: uriOf(state),
    version: state.version,
    workspaces: true,
    reason,
    artifactsFolder: join(dataFolder(options.stateFolder), 'artifacts'),
    stop: () => stopProcess(state),
    revive: async () => {
      const alive = (await warm(options.stateFolder)) ?? (await startOnce(options, state.port));
      return embeddedServer(alive, options, reason);
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
