import { fileURLToPath } from 'node:url';
import { ensureSubmissionPython } from '../../src/python/install.ts';
import { ensurePython } from '../../src/server/index.ts';

/** Vitest's global set-up: the scratch projects share both Pythons, which the project installs once. */
export default async function installPython(): Promise<void> {
  const stateFolder = fileURLToPath(new URL('../../.mlflow', import.meta.url));
  await ensurePython({ stateFolder, env: process.env });
  await ensureSubmissionPython({ stateFolder, env: process.env });
}
