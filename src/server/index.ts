import { chooseProvider } from './choose.ts';
import { findEmbedded } from './embedded.ts';
import type { FindOptions } from './find-options.ts';
import { findGiven } from './given.ts';
import type { TrackingServer } from './tracking-server.ts';

export { chooseProvider, type Choice } from './choose.ts';
export { ensurePython } from './embedded-python.ts';
export * from './errors.ts';
export { pythonEnv } from './python-env.ts';
export { status, stopServer, type Status } from './status.ts';
export type * from './tracking-server.ts';
export { modelVersionUrl, runUrl } from './ui-links.ts';
export { readPinned } from './version.ts';
export { createWorkspace, deleteWorkspace, listWorkspaces } from './workspaces.ts';

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
