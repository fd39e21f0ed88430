import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

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

/** The pinned MLflow in the text of a compose file. */
export function pinnedIn(compose: string): Pinned {
  const image = field(field(field(parse(compose), 'services'), 'mlflow'), 'image');
  const version = typeof image === 'string' ? /:v(\d+\.\d+\.\d+)$/.exec(image)?.[1] : undefined;
  if (typeof image !== 'string' || version === undefined) {
    throw new Error('docker-compose.yml: services.mlflow.image must end in :v1.2.3');
  }
  return { image, version };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
