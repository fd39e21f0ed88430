import type { Trouble } from '../bulk/try-again.ts';
import { LostServerError } from '../grade.ts';
import { message, type Bilingual } from '../messages/sentence.ts';
import { MlflowUnreachableError } from '../mlflow/index.ts';
import { bilingual } from '../results/bilingual.ts';
import { SandboxFailedError } from '../sandbox/sandbox.ts';
import { ServerError } from '../server/errors.ts';
import type { TrackingServer } from '../server/tracking-server.ts';
import { explain } from './explain.ts';
import { saysDiskFull, tellsDiskFull } from './full-disk.ts';
import { mlflowTrouble } from './mlflow-trouble.ts';

/** What an error while grading a submission means: never something that the submission is marked for. */
export async function classTrouble(
  error: unknown,
  server: Pick<TrackingServer, 'artifactsFolder'>,
): Promise<Trouble> {
  if (saysDiskFull(error)) {
    return { sentence: bilingual(message('cli.disk-full')), concernsAll: true };
  }
  const ofMlflow = await mlflowTrouble(error, server);
  if (ofMlflow !== null) {
    return { sentence: bilingual(ofMlflow), concernsAll: tellsDiskFull(ofMlflow) };
  }
  const lost =
    error instanceof LostServerError ||
    error instanceof MlflowUnreachableError ||
    // What fetch throws for a connection that is refused or breaks.
    (error instanceof TypeError && error.message === 'fetch failed');
  const sentence = lost
    ? message('grade.lost-server', { error: short(error) })
    : isOurs(error)
      ? explain(error).sentence
      : message('cli.unexpected', { error: short(error) });
  return { sentence: cut(bilingual(sentence)), concernsAll: false };
}

const isOurs = (error: unknown) =>
  error instanceof ServerError || error instanceof SandboxFailedError;

/** One line: MLflow answers with pages of HTML at times. */
function short(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

function cut({ fr, en }: Bilingual): Bilingual {
  return { fr: fr.slice(0, 500), en: en.slice(0, 500) };
}
