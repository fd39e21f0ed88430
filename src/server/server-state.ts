import { join } from 'node:path';
import { stateReader } from './state-file.ts';

/** What the running server wrote about itself (`server.json` of the state folder). */
export interface ServerState {
  readonly pid: number;
  readonly port: number;
  readonly version: string;
  /** Random name of this start: the server repeats it in every answer. */
  readonly instance: string;
}

const readState = stateReader<ServerState>({
  type: 'object',
  required: ['pid', 'port', 'version', 'instance'],
  properties: {
    pid: { type: 'integer', minimum: 1 },
    port: { type: 'integer', minimum: 1, maximum: 65_535 },
    version: { type: 'string' },
    instance: { type: 'string' },
  },
});

export const stateFile = (stateFolder: string): string => join(stateFolder, 'server.json');

/** Where its data is. */
export const dataFolder = (stateFolder: string): string => join(stateFolder, 'data');

/** Its database, as serve.py names it. */
export const databaseFile = (stateFolder: string): string =>
  join(dataFolder(stateFolder), 'mlflow.db');

/** The server that last ran on this state folder, running or not; undefined when none did. */
export async function readServerState(stateFolder: string): Promise<ServerState | undefined> {
  return await readState(stateFile(stateFolder));
}

export const uriOf = (state: ServerState): string => `http://127.0.0.1:${state.port}`;
