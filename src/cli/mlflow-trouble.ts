import { MlflowFailedError } from '../grade.ts';
import { message, type Sentence } from '../messages/sentence.ts';
import { MlflowError, MlflowUnexpectedAnswerError } from '../mlflow/index.ts';
import type { TrackingServer } from '../server/tracking-server.ts';
import { isDiskFull } from './full-disk.ts';

/** The sentence for an MLflow that answers but cannot do its part; null when the error is another. */
export async function mlflowTrouble(
  error: unknown,
  server: Pick<TrackingServer, 'artifactsFolder'>,
): Promise<Sentence | null> {
  if (!(error instanceof Error) || !isOfMlflow(error)) return null;
  const full =
    /disk is full|No space left/.test(error.message) || (await isDiskFull(server.artifactsFolder));
  const said = error.message.replaceAll(/\s+/g, ' ').slice(0, 200);
  return full ? message('cli.disk-full') : message('cli.mlflow-failed', { error: said });
}

/** Also of our own requests, while arranging or observing. */
function isOfMlflow(error: Error): boolean {
  if (error instanceof MlflowFailedError) return true;
  return (
    (error instanceof MlflowError || error instanceof MlflowUnexpectedAnswerError) &&
    (error.status ?? 0) >= 500
  );
}
