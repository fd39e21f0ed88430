import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { stateReader } from './state-file.ts';

/** What is remembered of the container of a state folder (`container.json`). */
export interface ContainerState {
  /** e.g. `http://localhost:41537` */
  readonly uri: string;
  readonly port: number;
  /** As in every answer of the server; it changes with the image, serve.py and the settings. */
  readonly instance: string;
}

const readState = stateReader<ContainerState>({
  type: 'object',
  required: ['uri', 'port', 'instance'],
  properties: {
    uri: { type: 'string' },
    port: { type: 'integer', minimum: 1, maximum: 65_535 },
    instance: { type: 'string' },
  },
});

const fileOf = (stateFolder: string): string => join(stateFolder, 'container.json');

/** The container last started for a state folder, running or not; undefined when none was. */
export async function readContainerState(stateFolder: string): Promise<ContainerState | undefined> {
  return await readState(fileOf(stateFolder));
}

export async function writeContainerState(
  stateFolder: string,
  state: ContainerState,
): Promise<void> {
  await mkdir(stateFolder, { recursive: true });
  const unfinished = `${fileOf(stateFolder)}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(state));
  await rename(unfinished, fileOf(stateFolder));
}

/** Name of the volume that holds the data of a state folder. */
export function volumeOf(stateFolder: string): string {
  return `workshop-mlflow-${digest(resolve(stateFolder)).slice(0, 12)}`;
}

/** A name for a container made of exactly these parts. */
export const instanceOf = (...parts: readonly string[]): string =>
  `container-${digest(parts.join('\n')).slice(0, 16)}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
