import { readContainerState, volumeOf } from './container-state.ts';
import { warm } from './embedded.ts';
import { isHealthy } from './health.ts';
import { readServerState, uriOf } from './server-state.ts';
import { stopProcess } from './stop-process.ts';

/** A server of ours that runs on a state folder. */
export interface Status {
  readonly provider: 'container' | 'embedded';
  readonly uri: string;
  /** Process number of the embedded server. */
  readonly pid?: number;
}

/** The servers of ours that run on a state folder; nothing is started, no engine is asked. */
export async function status(stateFolder: string): Promise<Status[]> {
  const running: Status[] = [];
  const embedded = await warm(stateFolder);
  if (embedded !== undefined) {
    running.push({ provider: 'embedded', uri: uriOf(embedded), pid: embedded.pid });
  }
  const container = await readContainerState(stateFolder);
  if (container !== undefined && (await isHealthy(container.uri, container.instance))) {
    running.push({ provider: 'container', uri: container.uri });
  }
  return running;
}

/** Stops the servers of ours that run on a state folder; returns what was stopped. */
export async function stopServer(stateFolder: string): Promise<Status[]> {
  const running = await status(stateFolder);
  const state = await readServerState(stateFolder);
  if (state !== undefined) await stopProcess(state);
  if (running.some(({ provider }) => provider === 'container')) {
    const { stopContainers } = await import('./start-container.ts');
    await stopContainers(volumeOf(stateFolder));
  }
  return running;
}
