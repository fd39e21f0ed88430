import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Failure } from './ledger.ts';
import { createUpstream } from './upstream.ts';

const UPLOAD = /\/mlflow-artifacts\/artifacts\//;
/** The largest upload that is tried for comparison, in bytes. */
const LARGEST_PROBE = 64 * 1024 * 1024;

/**
 * Whether a 5xx that a submission got was MLflow's own trouble. A database that cannot be used says so
 * itself. A failed upload says nothing (a full disk and a path of the submission's own making look alike):
 * there a file of the same size is uploaded for comparison, and removed again.
 *
 * @returns what MLflow said; null when the submission can have caused it
 */
export async function mlflowFailure(
  failures: readonly Failure[],
  target: string,
  workspace: string | undefined,
): Promise<string | null> {
  for (const { fact, text } of failures) {
    const said = `${fact.status} ${text.slice(0, 300)} (${fact.method} ${fact.path})`;
    if (text.includes('"TEMPORARILY_UNAVAILABLE"')) return said;
    if (fact.method !== 'PUT' || !UPLOAD.test(fact.path)) continue;
    const size = Math.min(fact.requestBytes, LARGEST_PROBE);
    if (!(await canUpload(size, target, workspace))) return said;
  }
  return null;
}

async function canUpload(
  size: number,
  target: string,
  workspace: string | undefined,
): Promise<boolean> {
  using upstream = createUpstream(target);
  const path = `/api/2.0/mlflow-artifacts/artifacts/.probe-${randomUUID()}`;
  const headers = workspace === undefined ? {} : { 'x-mlflow-workspace': workspace };
  const send = async (method: string, body: Uint8Array): Promise<number> =>
    await new Promise((resolve, reject) => {
      const request = upstream.open(method, path, { ...headers, 'content-length': body.length });
      request.once('error', reject);
      request.once('response', (response: IncomingMessage) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', reject);
      });
      request.end(body);
    });
  const status = await send('PUT', new Uint8Array(size)).catch(() => 0);
  await send('DELETE', new Uint8Array()).catch(() => 0);
  return status === 200;
}
