import { statfs } from 'node:fs/promises';
import { MlflowFailedError } from '../grade.ts';
import { message, type Sentence } from '../messages/sentence.ts';
import { MlflowError, MlflowUnexpectedAnswerError } from '../mlflow/index.ts';
import type { TrackingServer } from '../server/tracking-server.ts';

/** With less than this left where artifacts lie, the disk is called full, in bytes. */
const FULL = 1024 * 1024;

/** The sentence for an MLflow that answers but cannot do its part; null when the error is another. */
export async function mlflowTrouble(
  error: unknown,
  server: Pick<TrackingServer, 'artifactsFolder'>,
): Promise<Sentence | null> {
  if (!(error instanceof Error) || !isOfMlflow(error)) return null;
  const full = /disk is full|No space left/.test(error.message) || (await isFull(server));
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

async function isFull({ artifactsFolder }: Pick<TrackingServer, 'artifactsFolder'>) {
  if (artifactsFolder === undefined) return false;
  const { bavail, bsize } = await statfs(artifactsFolder).catch(() => ({ bavail: 1, bsize: FULL }));
  return bavail * bsize < FULL;
}
