import type { Trouble } from '../bulk/try-again.ts';
import { LostServerError } from '../grade.ts';
import { message } from '../messages/sentence.ts';
import { MlflowUnreachableError } from '../mlflow/index.ts';
import { bilingual } from '../results/bilingual.ts';
import { SandboxFailedError } from '../sandbox/sandbox.ts';
import { ServerError } from '../server/errors.ts';
import type { TrackingServer } from '../server/tracking-server.ts';
import { mlflowTrouble } from './mlflow-trouble.ts';

/** Whether an error while grading is trouble of MLflow or of the sandbox; null for a mistake of ours. */
export async function classTrouble(
  error: unknown,
  server: Pick<TrackingServer, 'artifactsFolder'>,
): Promise<Trouble | null> {
  if (isNoSpace(error)) {
    return { sentence: bilingual(message('cli.disk-full')), concernsAll: true };
  }
  const ofMlflow = await mlflowTrouble(error, server);
  if (ofMlflow !== null) {
    const concernsAll = 'key' in ofMlflow && ofMlflow.key === 'cli.disk-full';
    return { sentence: bilingual(ofMlflow), concernsAll };
  }
  const passing =
    error instanceof LostServerError ||
    error instanceof MlflowUnreachableError ||
    error instanceof SandboxFailedError ||
    error instanceof ServerError ||
    // What fetch throws for a connection that is refused or breaks.
    (error instanceof TypeError && error.message === 'fetch failed');
  if (!passing) return null;
  return {
    sentence: bilingual(message('cli.lost-server', { error: error.message })),
    concernsAll: false,
  };
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
