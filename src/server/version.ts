import { readFile } from 'node:fs/promises';

const COMPOSE = new URL('../../docker-compose.yml', import.meta.url);

/** The pinned MLflow, as docker-compose.yml names it. */
export interface Pinned {
  /** e.g. `ghcr.io/mlflow/mlflow:v3.17.2` */
  readonly image: string;
  /** e.g. `3.17.2` */
  readonly version: string;
}

/**
 * Reads the pinned version from docker-compose.yml, the only place where it is written.
 * @throws when the file names no image of the form `name:v1.2.3`
 */
export async function readPinned(): Promise<Pinned> {
  return pinnedIn(await readFile(COMPOSE, 'utf8'));
}

/** The pinned MLflow in the text of a compose file of ours: a parser of YAML would be loaded for one line. */
export function pinnedIn(compose: string): Pinned {
  const [, image, version] = /^ +image: (\S+:v(\d+\.\d+\.\d+))$/m.exec(compose) ?? [];
  if (image === undefined || version === undefined) {
    throw new Error('docker-compose.yml: services.mlflow.image must end in :v1.2.3');
  }
  return { image, version };
}
