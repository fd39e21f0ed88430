import type { TrackingServer } from './tracking-server.ts';
import { shapeOf } from './shape-of.ts';
import { callWorkspace, WorkspaceError } from './workspace-calls.ts';
import { listFiles, removeFiles } from './workspace-files.ts';

/** What MLflow accepts as a name: 2 to 63 of a-z, 0-9 and dashes, none at the ends. */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

const PATH = '3.0/mlflow/workspaces';

/** The experiment that every plain server has, with the id 0; ids are the server's, so here it gets another. */
const DEFAULT_EXPERIMENT = 'Default';

const isWorkspaces = shapeOf<{ workspaces?: { name: string }[] }>({
  type: 'object',
  properties: {
    workspaces: {
      type: 'array',
      nullable: true,
      items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    },
  },
});

/**
 * Makes a workspace with what a plain server begins with: the experiment `Default`. It has not the id 0 that
 * clients send when nobody chose an experiment; the gateway sees to that.
 *
 * Never use a name twice: artifact files that MLflow left of a deleted workspace could be read by the next of its
 * name. One whose files are still there is refused.
 * @throws {WorkspaceError} the name is taken, was used before or is not allowed
 */
export async function createWorkspace(
  server: Pick<TrackingServer, 'uri'>,
  name: string,
  description = '',
): Promise<void> {
  const about = { doing: 'create', name };
  const workspace = { name, description };
  await callWorkspace(server, { ...about, method: 'POST', path: PATH, body: workspace });
  if ((await listFiles(server, name)).length > 0) {
    await cascade(server, name);
    throw new WorkspaceError('create', name, 0, 'files of an earlier one of this name are there');
  }
  await callWorkspace(server, {
    ...about,
    method: 'POST',
    path: '2.0/mlflow/experiments/create',
    body: { name: DEFAULT_EXPERIMENT },
    inside: true,
  });
}

/**
 * Deletes a workspace with all that is in it. MLflow itself leaves the artifact files of a deleted workspace; they
 * are removed first, so that one that was stopped half-way can be deleted again.
 * @throws {WorkspaceError} no such workspace
 */
export async function deleteWorkspace(
  server: Pick<TrackingServer, 'uri' | 'artifactsFolder'>,
  name: string,
): Promise<void> {
  // The name becomes a folder: nothing that could climb out of it passes.
  if (!NAME.test(name)) throw new WorkspaceError('delete', name, 0, 'not a workspace name');
  await removeFiles(server, name);
  await cascade(server, name);
}

/** Names of all workspaces, `default` among them. */
export async function listWorkspaces(server: Pick<TrackingServer, 'uri'>): Promise<string[]> {
  const all = { method: 'GET', path: PATH, doing: 'list', name: '*' } as const;
  const answer = await callWorkspace(server, all);
  if (!isWorkspaces(answer)) throw new WorkspaceError('list', '*', 200, JSON.stringify(answer));
  return (answer.workspaces ?? []).map(({ name }) => name);
}

async function cascade(server: Pick<TrackingServer, 'uri'>, name: string): Promise<void> {
  const path = `${PATH}/${name}?mode=CASCADE`;
  await callWorkspace(server, { method: 'DELETE', path, doing: 'delete', name });
}
