import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { ensureSubmissionPython } from '../src/python/install.ts';
import { pythonFolderOf } from '../src/server/embedded-python.ts';
import { ensurePython, findTrackingServer, type OnProgress } from '../src/server/index.ts';

const PROJECT_STATE = fileURLToPath(new URL('../.mlflow', import.meta.url));

/** Vitest's global set-up: a fresh embedded MLflow for the run, on the project's installed Python. */
export default async function startMlflow(project: TestProject): Promise<() => Promise<void>> {
  refuseOldNode(process.versions.node);
  const { MLFLOW_TRACKING_URI: _ignored, ...env } = process.env;
  const onProgress = reporter();
  const install = { stateFolder: PROJECT_STATE, env, onProgress };
  const python = await ensurePython(install);
  const pythonScience = await ensureSubmissionPython(install);
  const stateFolder = await mkdtemp(join(tmpdir(), 'mlflow-tests-'));
  const server = await findTrackingServer({
    stateFolder,
    pythonFolder: pythonFolderOf(PROJECT_STATE),
    env: { ...env, WORKSHOP_MLFLOW: 'embedded' },
    onProgress,
    // Other projects' tests may take their time before it is needed.
    idleMinutes: 120,
  });
  project.provide('trackingUri', server.uri);
  project.provide('artifactsFolder', server.artifactsFolder ?? '');
  project.provide('python', python);
  project.provide('pythonScience', pythonScience);
  return async () => {
    await server.stop();
    await rm(stateFolder, { recursive: true, force: true });
  };
}

/** @throws when the tests run on a Node that cannot run .ts files */
export function refuseOldNode(version: string): void {
  if (Number(version.split('.')[0]) < 24) {
    throw new Error(
      `These tests need Node 24 or newer and run on ${version}: use "npm test", which brings its own.`,
    );
  }
}

/** One line for each step that begins, on the error output that vitest leaves alone. */
function reporter(): OnProgress {
  let last = '';
  return ({ step }) => {
    if (step !== last) process.stderr.write(`${step}\n`);
    last = step;
  };
}
