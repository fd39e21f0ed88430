import {
  BadSettingError,
  NotMlflowError,
  OtherMajorVersionError,
  UnreachableError,
} from './errors.ts';
import { ask, type Answer } from './health.ts';
import { shapeOf } from './shape-of.ts';
import type { Because, TrackingServer } from './tracking-server.ts';
import { readPinned } from './version.ts';

const isServerInfo = shapeOf<{ workspaces_enabled?: boolean }>({
  type: 'object',
  properties: { workspaces_enabled: { type: 'boolean', nullable: true } },
});

/**
 * The MLflow at an address that the user gave (`MLFLOW_TRACKING_URI`), after a look at what it is.
 * @throws {BadSettingError} not an http address
 * @throws {UnreachableError | NotMlflowError | OtherMajorVersionError}
 */
export async function findGiven(
  given: string,
  reason: Because,
  signal?: AbortSignal,
): Promise<TrackingServer> {
  if (!/^https?:\/\//.test(given) || !URL.canParse(given)) {
    throw new BadSettingError(
      'MLFLOW_TRACKING_URI',
      given,
      'an address such as http://localhost:5000',
    );
  }
  const uri = given.replace(/\/+$/, '');
  const version = await versionAt(uri, signal);
  const pinned = (await readPinned()).version;
  if (major(version) !== major(pinned)) throw new OtherMajorVersionError(uri, version, pinned);
  return givenServer(uri, version, await hasWorkspaces(uri, signal), reason);
}

function givenServer(
  uri: string,
  version: string,
  workspaces: boolean,
  reason: Because,
): TrackingServer {
  const server: TrackingServer = {
    provider: 'uri',
    uri,
    version,
    workspaces,
    reason,
    stop: async () => {},
    revive: async () => {
      await versionAt(uri);
      return server;
    },
    [Symbol.asyncDispose]: async () => {},
  };
  return server;
}

async function versionAt(uri: string, signal?: AbortSignal): Promise<string> {
  const health = await reach(uri, '/health', signal);
  if (health.status !== 200 || health.body.trim() !== 'OK') {
    throw new NotMlflowError(uri, `GET /health said ${describe(health)}`);
  }
  const version = await reach(uri, '/version', signal);
  if (version.status !== 200 || !/^\d+\.\d+/.test(version.body)) {
    throw new NotMlflowError(uri, `GET /version said ${describe(version)}`);
  }
  return version.body.trim();
}

async function hasWorkspaces(uri: string, signal?: AbortSignal): Promise<boolean> {
  const answer = await reach(uri, '/api/3.0/mlflow/server-info', signal);
  try {
    const info: unknown = JSON.parse(answer.body);
    return answer.status === 200 && isServerInfo(info) && info.workspaces_enabled === true;
  } catch {
    // MLflow before 3.10 has no such page, and no workspaces.
    return false;
  }
}

async function reach(uri: string, path: string, signal?: AbortSignal): Promise<Answer> {
  try {
    return await ask(`${uri}${path}`, 5_000, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw new UnreachableError(uri, error);
  }
}

const describe = ({ status, body }: Answer): string =>
  `${status} ${JSON.stringify(body.slice(0, 80))}`;

const major = (version: string): string => version.split('.')[0] ?? '';
