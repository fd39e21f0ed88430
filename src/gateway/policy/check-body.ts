import { forbid, malformed, type Refusal } from '../refusal.ts';
import { artifactPathTrouble, relativePathTrouble, toEncoded } from './artifact-paths.ts';

export type CheckedBody =
  | {
      readonly kind: 'pass';
      readonly body: Uint8Array;
      /** Runs that must exist in the workspace: MLflow does not look (`runs:/` of another one passes). */
      readonly runIds: readonly string[];
    }
  | { readonly kind: 'refuse'; readonly refusal: Refusal };

const VERSION = '/api/2.0/mlflow/model-versions/create';

/** The calls whose bodies name a place where files are, and the fields that do, in both spellings MLflow takes. */
const PLACES: Readonly<Record<string, { readonly fields: string[]; readonly check: Check }>> = {
  [VERSION]: { fields: ['source'], check: checkSource },
  '/api/2.0/mlflow/experiments/create': {
    fields: ['artifact_location', 'artifactLocation'],
    check: checkLocation,
  },
};

type Check = (place: string, workspace: string | undefined) => Refusal | null;

/** Whether the body of a call must be seen before it is passed on. */
export function mustCheckBody(method: string, path: string): boolean {
  return method === 'POST' && Object.hasOwn(PLACES, path);
}

/**
 * Refuses places outside the workspace's own. What passes is written anew, so that MLflow reads the very values
 * that were checked here (a name twice, other encodings of text). Pure.
 */
export function checkBody(
  path: string,
  body: Uint8Array,
  workspace: string | undefined,
): CheckedBody {
  const place = PLACES[path];
  const json = parse(body);
  if (place === undefined || json === null) {
    return { kind: 'refuse', refusal: malformed('The body must be a JSON object') };
  }
  for (const field of place.fields) {
    const value: unknown = json[field];
    // Anything but text is MLflow's own to refuse.
    if (typeof value !== 'string' || value === '') continue;
    const refusal = place.check(value, workspace);
    if (refusal !== null) return { kind: 'refuse', refusal };
  }
  const runIds = path === VERSION ? runsOf(json) : [];
  return { kind: 'pass', body: Buffer.from(JSON.stringify(json)), runIds };
}

function checkSource(source: string, workspace: string | undefined): Refusal | null {
  const [, rest] = /^(?:runs|models):\/([^/].*)$/.exec(source) ?? [];
  if (rest !== undefined && relativePathTrouble(toEncoded(rest)) === null) return null;
  if (isOwn(source, workspace)) return null;
  return forbid(
    'model-source',
    `A model version cannot point at '${cut(source)}': its source is a model of your own runs (runs:/…, models:/… or mlflow-artifacts:/…)`,
  );
}

function checkLocation(location: string, workspace: string | undefined): Refusal | null {
  if (isOwn(location, workspace)) return null;
  return forbid(
    'artifact-location',
    `An experiment cannot keep its files in '${cut(location)}': leave artifact_location out`,
  );
}

/** `mlflow-artifacts:/path` of the workspace itself: no server's name, nothing that leads out. */
function isOwn(uri: string, workspace: string | undefined): boolean {
  const [, path] = /^mlflow-artifacts:\/([^/?#;][^?#;]*)$/.exec(uri) ?? [];
  return path !== undefined && artifactPathTrouble(toEncoded(path), workspace) === null;
}

function runsOf(json: Record<string, unknown>): string[] {
  const [, inSource] = /^runs:\/([^/]+)/.exec(String(json['source'])) ?? [];
  const named = [inSource, json['run_id'], json['runId']];
  return [...new Set(named.filter((id) => typeof id === 'string' && id !== ''))].map(String);
}

/** For a run that is not in the workspace. */
export function refuseRun(runId: string): Refusal {
  return forbid(
    'model-source',
    `A model version cannot point at run '${cut(runId)}': it is not yours`,
  );
}

function parse(body: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value));
  } catch {
    return null;
  }
}

const cut = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
