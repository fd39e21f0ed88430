import { chooseProvider } from './choose.ts';
import { findEmbedded } from './embedded.ts';
import { findGiven } from './given.ts';
import type { OnProgress, TrackingServer } from './tracking-server.ts';

export { chooseProvider, type Choice } from './choose.ts';
export { ensurePython } from './embedded-python.ts';
export * from './errors.ts';
export { pythonEnv } from './python-env.ts';
export { status, stopServer, type Status } from './status.ts';
export type * from './tracking-server.ts';
export { modelVersionUrl, runUrl } from './ui-links.ts';
export { readPinned } from './version.ts';
export { createWorkspace, deleteWorkspace, listWorkspaces } from './workspaces.ts';

export interface FindOptions {
  /** `<project>/.mlflow` */
  readonly stateFolder: string;
  /** Where the embedded Python is, when not in the state folder. */
  readonly pythonFolder?: string | undefined;
  /** Reads MLFLOW_TRACKING_URI, WORKSHOP_MLFLOW, DOCKER_HOST and what Python and pip read. */
  readonly env: Record<string, string | undefined>;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Minutes without a request after which a server of ours stops; 30 unless told. */
  readonly idleMinutes?: number | undefined;
}

/**
 * An MLflow that answers: the given one, the official image in a container, or the embedded one, in this
 * order. A server of ours that is still warm is taken as it is.
 * @throws {ServerError} with a `code` for each reason why there is none
 */
export async function findTrackingServer(options: FindOptions): Promise<TrackingServer> {
  const { provider, because } = await chooseProvider(options.env);
  if (provider === 'uri') {
    return findGiven(options.env['MLFLOW_TRACKING_URI'] ?? '', because, options.signal);
  }
  if (provider === 'embedded') return findEmbedded(options, because);
  // Loading testcontainers takes half a second: only when it is needed.
  const { findContainer } = await import('./container.ts');
  return findContainer(options, because);
}

/**
 * The same server if it answers; one of ours that died is started again on the same data and port.
 * @throws {PortTakenError} another program took the port meanwhile
 */
export function ensureHealthy(server: TrackingServer): Promise<TrackingServer> {
  return server.revive();
}
