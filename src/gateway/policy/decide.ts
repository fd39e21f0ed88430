import type { IncomingHttpHeaders } from 'node:http';
import type { Json } from '../../judge/snapshot.ts';
import { forbid, malformed, type Refusal } from '../refusal.ts';
import { artifactPathTrouble, relativePathTrouble, toEncoded } from './artifact-paths.ts';
import { isOffered } from './offered-calls.ts';

export interface Asked {
  readonly method: string;
  /** The target of the request line as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export type Decision =
  | { readonly kind: 'pass' }
  | { readonly kind: 'answer'; readonly body: Json }
  | { readonly kind: 'refuse'; readonly refusal: Refusal };

const PASS: Decision = { kind: 'pass' };
const PROXY = '/api/2.0/mlflow-artifacts/artifacts';

/** Multipart transfers lead past this gateway to the storage itself; clients fall back on this answer. */
const DIRECT_TRANSFER =
  /^\/api\/2\.0\/(mlflow-artifacts\/(mpu|presigned)\/|mlflow\/artifacts\/presigned-)/;
const NO_DIRECT_TRANSFER: Refusal = {
  status: 501,
  code: 'NOT_IMPLEMENTED',
  message: 'Multipart upload is not supported for the current artifact repository',
  reason: 'not-offered',
};

/** What clients ask to learn how to transfer artifacts: as a server says it that has no workspaces to switch to. */
const SERVER_INFO: Json = {
  store_type: 'SqlStore',
  workspaces_enabled: false,
  trace_archival_enabled: false,
  multipart_uploads_enabled: false,
  multipart_downloads_enabled: false,
};

/**
 * Whether a submission may send this to MLflow, by method, target and headers alone; see check-body.ts for bodies.
 * Pure.
 *
 * @param workspace the submission's own; undefined for a server's default one
 */
export function decide(asked: Asked, workspace: string | undefined): Decision {
  const { method, target, headers } = asked;
  const formless = refuseForm(asked);
  if (formless !== null) return refuse(formless);
  const [path = '', ...rest] = target.split('?');
  const query = rest.join('?');
  if (method === 'GET' && path === '/api/3.0/mlflow/server-info') {
    return { kind: 'answer', body: SERVER_INFO };
  }
  if (DIRECT_TRANSFER.test(path)) return refuse(NO_DIRECT_TRANSFER);
  if (!isOffered(method, path)) return refuse(notOffered(method, path));
  if (method === 'GET' && Number(headers['content-length'] ?? 0) > 0) {
    // MLflow reads the parameters of a GET without a query from its body.
    return refuse(malformed('A GET has no body here'));
  }
  const trouble = pathTrouble(path, query, workspace);
  if (trouble === null) return PASS;
  return refuse(forbid('artifact-path', `This artifact path ${trouble}`));
}

/** What no MLflow client sends, wherever it is sent to. Pure. */
export function refuseForm({ target, headers }: Pick<Asked, 'target' | 'headers'>): Refusal | null {
  const trouble = formTrouble(target, headers);
  if (trouble !== null) return malformed(trouble);
  // Every client of MLflow says the length; with it, limits hold before the first byte.
  if (headers['transfer-encoding'] === undefined) return null;
  return malformed('A request says its length here (Content-Length)', 411);
}

function formTrouble(target: string, headers: IncomingHttpHeaders): string | null {
  if (!target.startsWith('/')) return 'The target of a request is a path here, no address';
  if (target.includes('#')) return 'The target of a request has no fragment';
  if (headers['upgrade'] !== undefined) return 'Connections are not upgraded here';
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return 'Bodies are not compressed here';
  return null;
}

function pathTrouble(path: string, query: string, workspace: string | undefined): string | null {
  if (path.startsWith(`${PROXY}/`)) {
    return artifactPathTrouble(path.slice(PROXY.length + 1), workspace);
  }
  const values = new URLSearchParams(query);
  if (path === PROXY) {
    return firstTrouble(values.getAll('path'), (value) => artifactPathTrouble(value, workspace));
  }
  const relative = [...values.getAll('path'), ...values.getAll('artifact_directory_path')];
  return firstTrouble(relative, relativePathTrouble);
}

/** Values of a query are decoded already: encoded again, they are read as any path. */
function firstTrouble(
  values: readonly string[],
  trouble: (value: string) => string | null,
): string | null {
  for (const value of values) {
    const found = trouble(toEncoded(value));
    if (found !== null) return found;
  }
  return null;
}

function notOffered(method: string, path: string): Refusal {
  const shown = path.length > 100 ? `${path.slice(0, 100)}…` : path;
  return forbid(
    'not-offered',
    `${method} ${shown} is not offered to submissions: only experiments, runs, logged models, artifacts and the model registry are`,
  );
}

const refuse = (refusal: Refusal): Decision => ({ kind: 'refuse', refusal });
