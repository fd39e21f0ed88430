import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { ensurePython, findTrackingServer } from '../src/server/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    lawServer: {
      readonly uri: string;
      readonly python: string;
      readonly provider: string;
      readonly artifactsFolder?: string;
    };
  }
}

const STATE = fileURLToPath(new URL('../.mlflow', import.meta.url));

/** Starts the MLflow that the environment asks for, embedded unless it says otherwise, on fresh data. */
export default async function startLawServer(project: TestProject): Promise<() => Promise<void>> {
  const env = {
    WORKSHOP_MLFLOW: process.env['MLFLOW_TRACKING_URI'] ? '' : 'embedded',
    ...process.env,
  };
  const stateFolder = await mkdtemp(join(tmpdir(), 'law-mlflow-'));
  const onProgress = ({ step }: { step: string }) => process.stderr.write(`${step}\n`);
  const python = await ensurePython({ stateFolder: STATE, env, onProgress });
  const server = await findTrackingServer({
    stateFolder,
    pythonFolder: join(STATE, 'python'),
    env,
    onProgress,
    // Other projects' tests may take their time before it is needed.
    idleMinutes: 120,
  });
  const { uri, provider, artifactsFolder } = server;
  project.provide('lawServer', {
    uri,
    python,
    provider,
    ...(artifactsFolder !== undefined && { artifactsFolder }),
  });
  return async () => {
    if (provider === 'embedded') await server.stop();
    await server[Symbol.asyncDispose]();
    await rm(stateFolder, { recursive: true, force: true });
  };
}
