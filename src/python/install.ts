import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PythonOptions } from '../server/find-options.ts';
import { installPython } from '../server/install-python.ts';

const LOCK = fileURLToPath(new URL('requirements.txt', import.meta.url));

/**
 * The python that runs students' Python: the pinned MLflow whole, scikit-learn, pandas, matplotlib, seaborn,
 * IPython and what `mlflow models serve` needs. Installed on first use into `<stateFolder>/python-science`.
 * @throws {PythonNotFoundError | VenvMissingError | NoNetworkError | DiskFullError | InstallFailedError}
 */
export function ensureSubmissionPython(options: PythonOptions): Promise<string> {
  const { stateFolder, env, onProgress, signal } = options;
  const folder = options.pythonFolder ?? join(stateFolder, 'python-science');
  return installPython({ folder, lockFile: LOCK, env, onProgress, signal });
}
