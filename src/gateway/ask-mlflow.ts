import type { IncomingMessage } from 'node:http';
import { send } from './send.ts';
import type { Upstream } from './upstream.ts';

const LIMIT_MS = 30_000;

/** A GET of the gateway's own in a workspace; its answer must be read or resumed. */
export async function askMlflow(
  mlflow: Upstream,
  path: string,
  workspace: string | undefined,
): Promise<IncomingMessage> {
  const answer = await send(mlflow, {
    method: 'GET',
    path,
    headers: workspace === undefined ? {} : { 'x-mlflow-workspace': workspace },
    body: new Uint8Array(),
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  mlflow.heard(answer);
  return answer;
}
