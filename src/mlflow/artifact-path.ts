import { posix } from 'node:path';
import { MlflowError } from './errors.ts';

const PROXY = '/api/2.0/mlflow-artifacts/artifacts';

/** Where the tracking server's artifact proxy keeps a run's or a model's files. */
export interface ArtifactRoot {
  /** Address of the proxy, up to and including `/artifacts`. */
  readonly proxyUrl: string;
  /** Folder below it, without slashes at its ends. */
  readonly folder: string;
}

/**
 * The root that an `artifact_uri` names: `mlflow-artifacts:/1/…`, `mlflow-artifacts://host/1/…` or
 * the proxy's own http address. Other schemes (`s3:`, `file:`) are not reached through the server.
 *
 * @throws MlflowError INVALID_PARAMETER_VALUE for these
 */
export function toArtifactRoot(baseUrl: string, artifactUri: string): ArtifactRoot {
  const uri = URL.canParse(artifactUri) ? new URL(artifactUri) : null;
  const path = decodeURIComponent(uri?.pathname ?? '');
  if (uri?.protocol === 'mlflow-artifacts:') {
    const server = uri.host === '' ? baseUrl : `${new URL(baseUrl).protocol}//${uri.host}`;
    return { proxyUrl: `${server}${PROXY}`, folder: trimSlashes(path) };
  }
  const [prefix, folder] = path.split(`${PROXY}/`);
  if (uri?.protocol.startsWith('http') === true && folder !== undefined) {
    return { proxyUrl: `${uri.origin}${prefix}${PROXY}`, folder: trimSlashes(folder) };
  }
  throw new MlflowError(
    'INVALID_PARAMETER_VALUE',
    `The artifacts at ${artifactUri} are not served by the tracking server: start it with --serve-artifacts`,
  );
}

export function toUrl(root: ArtifactRoot, path: string): string {
  const whole = posix.join(root.folder, path);
  return `${root.proxyUrl}/${whole.split('/').map(encodeURIComponent).join('/')}`;
}

/** A path below a root in its one form. @throws MlflowError INVALID_PARAMETER_VALUE if it leads out */
export function safePath(path: string): string {
  const norm = posix.normalize(path).replace(/\/$/, '');
  const leadsOut = norm === '..' || norm.startsWith('../') || norm.startsWith('/');
  if (leadsOut || path.includes('\\') || path.includes('\0')) {
    throw new MlflowError('INVALID_PARAMETER_VALUE', `Invalid artifact path: '${path}'`);
  }
  return norm === '.' ? '' : norm;
}

/** As safePath, for something that must be a file's name. */
export function safeFile(path: string): string {
  const norm = safePath(path);
  if (norm !== '' && !path.endsWith('/')) return norm;
  throw new MlflowError('INVALID_PARAMETER_VALUE', `Invalid artifact file: '${path}'`);
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+|\/+$/g, '');
}
