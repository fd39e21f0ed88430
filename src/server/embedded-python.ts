import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InstallFailedError } from './errors.ts';
import type { PythonOptions } from './find-options.ts';
import { installPython } from './install-python.ts';
import { lastLines } from './pip-output.ts';
import { runCommand } from './run-command.ts';
import { readServerState } from './server-state.ts';
import { stopProcess } from './stop-process.ts';

const OWN_FOLDER = fileURLToPath(new URL('python/', import.meta.url));

/** The program that starts MLflow. */
export const SERVE = join(OWN_FOLDER, 'serve.py');

/** All files of that program. */
export const SERVE_FILES = [SERVE, join(OWN_FOLDER, 'database.py'), join(OWN_FOLDER, 'hand_on.py')];

/** The embedded environment of a state folder. */
export const pythonFolderOf = (stateFolder: string): string => join(stateFolder, 'python');

/** An empty database of the installed MLflow's schema, made once: a fresh server copies it. */
export const templateOf = (pythonFolder: string): string => join(pythonFolder, 'template.db');

/**
 * The python of the private environment with the pinned MLflow: runs the embedded server and
 * `python -m mlflow models serve`. Installed on first use.
 * @throws {PythonNotFoundError | VenvMissingError | NoNetworkError | DiskFullError | InstallFailedError}
 */
export function ensurePython(options: PythonOptions): Promise<string> {
  const folder = options.pythonFolder ?? pythonFolderOf(options.stateFolder);
  const { env, onProgress, signal } = options;
  return installPython({
    folder,
    lockFile: join(OWN_FOLDER, 'requirements.txt'),
    env,
    onProgress,
    signal,
    // A server that runs loses its modules when the environment is made anew.
    prepare: async () => {
      const running = await readServerState(options.stateFolder);
      if (running !== undefined) await stopProcess(running);
    },
    finish: async (python, log) => {
      onProgress?.({ step: 'preparing-database' });
      const args = ['-B', SERVE, '--migrate', templateOf(folder)];
      // MLflow leaves a lock file among the temporary ones.
      const temp = { TMPDIR: folder, TEMP: folder, TMP: folder };
      const { code, output } = await runCommand(python, args, { env: { ...env, ...temp }, signal });
      if (code !== 0) throw new InstallFailedError(log, lastLines(output));
    },
  });
}
