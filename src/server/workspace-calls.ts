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

export interface WorkspaceCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/`. */
  readonly path: string;
  readonly body?: object;
  /** For the error: `create`, `delete`… */
  readonly doing: string;
  /** The workspace that it is about. */
  readonly name: string;
  /** Whether it is sent into that workspace. */
  readonly inside?: boolean;
}

/**
 * One call about a workspace.
 * @returns its JSON, undefined when it has none
 * @throws {WorkspaceError} any answer but a 2xx
 */
export async function callWorkspace(
  server: Pick<TrackingServer, 'uri'>,
  { method, path, body, doing, name, inside = false }: WorkspaceCall,
): Promise<unknown> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (inside) headers['x-mlflow-workspace'] = name;
  const answer = await fetch(`${server.uri}/api/${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const said = await answer.text();
  if (!answer.ok) throw new WorkspaceError(doing, name, answer.status, said.slice(0, 300));
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}
