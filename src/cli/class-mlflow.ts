import type { OutFolder } from '../bulk/out-folder.ts';
import { message } from '../messages/sentence.ts';
import { findTrackingServer } from '../server/index.ts';
import type { TrackingServer } from '../server/tracking-server.ts';
import type { Console } from './console.ts';
import { ExitError } from './exit-error.ts';
import { progressPrinter } from './open-server.ts';
import { project } from './project.ts';

/** The environment that decides where the MLflow of a class comes from: nobody else's, unless one is asked for. */
export function classMlflowEnv(env: Console['env']): Console['env'] {
  const { MLFLOW_TRACKING_URI: given, WORKSHOP_MLFLOW: forced } = env;
  return given ? env : { ...env, WORKSHOP_MLFLOW: forced || 'embedded' };
}

/**
 * The MLflow of a class: the given one, else an embedded one whose data is in the out folder, beside the
 * marks that came from it.
 *
 * @throws ExitError when a given server has no workspaces
 */
export async function openClassServer(
  out: Pick<OutFolder, 'mlflow'>,
  io: Console,
): Promise<TrackingServer> {
  try {
    const server = await findTrackingServer({
      stateFolder: out.mlflow,
      pythonFolder: project.python,
      env: classMlflowEnv(io.env),
      onProgress: progressPrinter(io),
    });
    if (server.workspaces) return server;
    throw new ExitError(2, message('grade.no-workspaces', { uri: server.uri }));
  } finally {
    io.quiet();
  }
}
