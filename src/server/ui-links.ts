import type { TrackingServer } from './tracking-server.ts';

/**
 * Address of a run in MLflow's own UI. The UI keeps the workspace in the query behind the hash; without
 * one it opens the workspace last looked at, so the default one is named too.
 * @param workspace the workspace of the run; `default` unless told
 */
export function runUrl(
  server: Pick<TrackingServer, 'uri' | 'workspaces'>,
  run: { experimentId: string; runId: string; workspace?: string },
): string {
  const path = `experiments/${encodeURIComponent(run.experimentId)}/runs/${encodeURIComponent(run.runId)}`;
  return address(server, path, run.workspace);
}

/** Address of a version of a registered model in MLflow's own UI. */
export function modelVersionUrl(
  server: Pick<TrackingServer, 'uri' | 'workspaces'>,
  model: { name: string; version: string; workspace?: string },
): string {
  const path = `models/${encodeURIComponent(model.name)}/versions/${encodeURIComponent(model.version)}`;
  return address(server, path, model.workspace);
}

function address(
  server: Pick<TrackingServer, 'uri' | 'workspaces'>,
  path: string,
  workspace = 'default',
): string {
  const query = server.workspaces ? `?workspace=${encodeURIComponent(workspace)}` : '';
  return `${server.uri}/#/${path}${query}`;
}
