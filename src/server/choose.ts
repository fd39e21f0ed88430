import { findEngine } from './docker-engine.ts';
import { BadSettingError } from './errors.ts';
import type { Because, Provider } from './tracking-server.ts';

/** Which provider will be used and why, and how to get each of the others (keys of the catalogue). */
export interface Choice {
  readonly provider: Provider;
  readonly because: Because;
  /** What the Docker engine said, when it was asked. */
  readonly engine?: string;
  readonly alternatives: readonly { readonly provider: Provider; readonly how: string }[];
}

const HOW: Readonly<Record<Provider, string>> = {
  uri: 'MLFLOW_TRACKING_URI=http://localhost:5000',
  container: 'WORKSHOP_MLFLOW=container',
  embedded: 'WORKSHOP_MLFLOW=embedded',
};

/**
 * Chooses where MLflow comes from: what the environment forces, else a server that was given, else a
 * Docker engine that answers, else the embedded one.
 * @throws {BadSettingError} WORKSHOP_MLFLOW has another value than embedded or container
 */
export async function chooseProvider(env: Record<string, string | undefined>): Promise<Choice> {
  const forced = env['WORKSHOP_MLFLOW'] ?? '';
  if (forced === 'embedded' || forced === 'container') {
    return choice(forced, 'forced-by-WORKSHOP_MLFLOW');
  }
  if (forced !== '') throw new BadSettingError('WORKSHOP_MLFLOW', forced, 'embedded or container');
  if ((env['MLFLOW_TRACKING_URI'] ?? '') !== '') return choice('uri', 'MLFLOW_TRACKING_URI-is-set');
  const engine = await findEngine(env);
  return engine.answers
    ? choice('container', 'docker-engine-answers', `API ${engine.version}`)
    : choice('embedded', 'no-docker-engine', engine.why);
}

function choice(provider: Provider, because: Because, engine?: string): Choice {
  const others = (['uri', 'container', 'embedded'] as const).filter((other) => other !== provider);
  return {
    provider,
    because,
    ...(engine === undefined ? {} : { engine }),
    alternatives: others.map((other) => ({ provider: other, how: HOW[other] })),
  };
}
