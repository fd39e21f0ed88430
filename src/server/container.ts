import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  instanceOf,
  readContainerState,
  volumeOf,
  type ContainerState,
} from './container-state.ts';
import { findEngine } from './docker-engine.ts';
import { SERVE_FILES } from './embedded-python.ts';
import { NoEngineError } from './errors.ts';
import type { FindOptions } from './find-options.ts';
import { isHealthy } from './health.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Because, TrackingServer } from './tracking-server.ts';
import { readPinned } from './version.ts';

/**
 * The official image of docker-compose.yml in a container that stays warm: the one that runs, or that one
 * started again, or a new one, always on the data volume of this state folder.
 * @throws {NoEngineError | ContainerFailedError}
 */
export async function findContainer(
  options: FindOptions,
  reason: Because,
): Promise<TrackingServer> {
  const { image, version } = await readPinned();
  const idleMinutes = options.idleMinutes ?? 30;
  const program = await Promise.all(SERVE_FILES.map((file) => readFile(file, 'utf8')));
  const instance = instanceOf(image, String(idleMinutes), ...program);
  const wanted = { image, version, idleMinutes, instance };
  const state = (await warm(options.stateFolder, instance)) ?? (await startOnce(options, wanted));
  const server: TrackingServer = {
    provider: 'container',
    uri: state.uri,
    version,
    workspaces: true,
    reason,
    stop: async () => {
      const { stopContainers } = await import('./start-container.ts');
      await stopContainers(volumeOf(options.stateFolder));
    },
    revive: () => findContainer(options, reason),
    [Symbol.asyncDispose]: async () => {},
  };
  return server;
}

async function warm(stateFolder: string, instance: string): Promise<ContainerState | undefined> {
  const state = await readContainerState(stateFolder);
  if (state?.instance !== instance) return undefined;
  return (await isHealthy(state.uri, instance)) ? state : undefined;
}

async function startOnce(
  options: FindOptions,
  wanted: { image: string; version: string; idleMinutes: number; instance: string },
): Promise<ContainerState> {
  const { stateFolder, env, onProgress, signal } = options;
  const engine = await findEngine(env);
  if (!engine.answers) throw new NoEngineError(engine.why);
  // Loading testcontainers takes half a second: only when a container must be started.
  const { startContainer } = await import('./start-container.ts');
  return oneAtATime(
    join(stateFolder, 'container'),
    async () =>
      (await warm(stateFolder, wanted.instance)) ??
      startContainer({ ...wanted, stateFolder, onProgress }),
    () => onProgress?.({ step: 'waiting-for-another-command' }),
    signal,
  );
}
