import { deleteWorkspace, listWorkspaces } from '../server/index.ts';
import type { TrackingServer } from '../server/tracking-server.ts';

/**
 * Deletes the workspaces that no result names: of gradings that were stopped half-way, or done again since.
 * Only where the whole MLflow belongs to the out folder.
 *
 * @param used names that results refer to
 */
export async function deleteUnusedWorkspaces(
  server: TrackingServer,
  used: ReadonlySet<string>,
): Promise<void> {
  if (server.provider !== 'embedded') return;
  for (const name of await listWorkspaces(server)) {
    if (name !== 'default' && !used.has(name)) await deleteWorkspace(server, name);
  }
}
