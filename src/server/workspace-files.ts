import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrackingServer } from './tracking-server.ts';
import { shapeOf } from './shape-of.ts';
import { callWorkspace, WorkspaceError } from './workspace-calls.ts';

const ARTIFACTS = '2.0/mlflow-artifacts/artifacts';

const isListing = shapeOf<{ files?: { path: string }[] }>({
  type: 'object',
  properties: {
    files: {
      type: 'array',
      nullable: true,
      items: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
    },
  },
});

/**
 * Removes the artifact files of a workspace that exists: its folder where the files are ours, else what MLflow
 * lists. Of a server that serves no artifacts nothing is removed.
 */
export async function removeFiles(
  server: Pick<TrackingServer, 'uri' | 'artifactsFolder'>,
  name: string,
): Promise<void> {
  if (server.artifactsFolder !== undefined) {
    await rm(join(server.artifactsFolder, 'workspaces', name), { recursive: true, force: true });
    return;
  }
  for (const file of await listFiles(server, name)) {
    const path = `${ARTIFACTS}/${file.split('/').map(encodeURIComponent).join('/')}`;
    await callWorkspace(server, { method: 'DELETE', path, doing: 'empty', name, inside: true });
  }
}

/** The files and folders at the top of a workspace's artifacts; none where the server serves no artifacts. */
export async function listFiles(
  server: Pick<TrackingServer, 'uri'>,
  name: string,
): Promise<string[]> {
  try {
    const call = { method: 'GET', path: ARTIFACTS, doing: 'list', name, inside: true } as const;
    const listing = await callWorkspace(server, call);
    return isListing(listing) ? (listing.files ?? []).map(({ path }) => path) : [];
  } catch (error) {
    if (error instanceof WorkspaceError) return [];
    throw error;
  }
}
