import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ServerError } from './errors.ts';
import type { TrackingServer } from './tracking-server.ts';

/** MLflow's workspace API refused. */
export class WorkspaceError extends ServerError {
  constructor(doing: string, name: string, status: number, answer: string) {
    super('WORKSPACE', `MLflow refused to ${doing} the workspace ${name} (${status}): ${answer}`, {
      doing,
      name,
      status: String(status),
      answer,
    });
  }
}

/** What MLflow accepts as a name: 2 to 63 of a-z, 0-9 and dashes, none at the ends. */
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Makes an empty workspace. Unlike a plain server it has no experiment 0. Never use a name twice: artifact
 * files that a deleted workspace left can be read by the next of its name.
 * @throws {WorkspaceError} the name is taken or not allowed
 */
export async function createWorkspace(
  server: Pick<TrackingServer, 'uri'>,
  name: string,
  description = '',
): Promise<void> {
  const answer = await fetch(`${server.uri}/api/3.0/mlflow/workspaces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, description }),
  });
  await accept(answer, 'create', name);
}

/**
 * Deletes a workspace with all that is in it. MLflow leaves the artifact files of a deleted workspace, so
 * they are removed here where the files are ours.
 * @throws {WorkspaceError} no such workspace
 */
export async function deleteWorkspace(
  server: Pick<TrackingServer, 'uri' | 'artifactsFolder'>,
  name: string,
): Promise<void> {
  // The name becomes a folder below: nothing that could climb out of it passes.
  if (!NAME.test(name)) throw new WorkspaceError('delete', name, 0, 'not a workspace name');
  const answer = await fetch(`${server.uri}/api/3.0/mlflow/workspaces/${name}?mode=CASCADE`, {
    method: 'DELETE',
  });
  await accept(answer, 'delete', name);
  if (server.artifactsFolder !== undefined) {
    await rm(join(server.artifactsFolder, 'workspaces', name), { recursive: true, force: true });
  }
}

/** Names of all workspaces, `default` among them. */
export async function listWorkspaces(server: Pick<TrackingServer, 'uri'>): Promise<string[]> {
  const answer = await fetch(`${server.uri}/api/3.0/mlflow/workspaces`);
  const text = await answer.text();
  if (!answer.ok) throw new WorkspaceError('list', '*', answer.status, text.slice(0, 300));
  const { workspaces = [] }: { workspaces?: readonly { readonly name: string }[] } =
    JSON.parse(text);
  return workspaces.map(({ name }) => name);
}

async function accept(answer: Response, doing: string, name: string): Promise<void> {
  const said = await answer.text();
  if (!answer.ok) throw new WorkspaceError(doing, name, answer.status, said.slice(0, 300));
}
