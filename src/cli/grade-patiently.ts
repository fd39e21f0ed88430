import { gradeWork, LostServerError, type Graded, type Setting, type Work } from '../grade.ts';
import { message } from '../messages/sentence.ts';
import type { TrackingServer } from '../server/tracking-server.ts';
import { MlflowUnreachableError } from '../mlflow/index.ts';
import { ServerError } from '../server/errors.ts';
import { mlflowTrouble } from './mlflow-trouble.ts';
import { ExitError } from './exit-error.ts';

/** How often an MLflow that went away is started again for one exercise. */
const ATTEMPTS = 3;

/**
 * Grades one submission; when MLflow goes away meanwhile it is started again and the submission graded
 * anew, so that a verdict never comes from a dying server.
 *
 * @throws ExitError (2) when MLflow cannot be brought back
 */
export async function gradePatiently(
  work: Work,
  server: TrackingServer,
  setting: Omit<Setting, 'trackingUri'>,
  onRestart: () => void,
): Promise<readonly Graded[]> {
  let current = server;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await gradeWork(work, { ...setting, trackingUri: current.uri });
    } catch (error) {
      const trouble = await mlflowTrouble(error, current);
      if (trouble !== null) throw new ExitError(2, trouble, { cause: error });
      if (!(error instanceof LostServerError || error instanceof MlflowUnreachableError))
        throw error;
      const lost = message('cli.lost-server', { error: error.message });
      if (attempt === ATTEMPTS) throw new ExitError(2, lost, { cause: error });
      onRestart();
      try {
        current = await current.revive();
      } catch (cause) {
        if (cause instanceof ServerError) throw cause;
        throw new ExitError(2, lost, { cause });
      }
    }
  }
}
