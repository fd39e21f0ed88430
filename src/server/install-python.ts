import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DiskFullError } from './errors.ts';
import { findPython } from './find-python.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { pipInstall } from './pip-install.ts';
import { whyPipFailed } from './pip-output.ts';
import { runCommand } from './run-command.ts';
import type { OnProgress } from './tracking-server.ts';

export interface PythonRequest {
  /** Where the environment is made. */
  readonly folder: string;
  /** Locked requirements with a hash for each file. */
  readonly lockFile: string;
  readonly env: Record<string, string | undefined>;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** First step, before an older environment is removed. */
  readonly prepare?: () => Promise<void>;
  /** Last step of the installation, given the environment's python and the log file. */
  readonly finish?: (python: string, log: string) => Promise<void>;
}

/**
 * The python of a private environment that holds exactly what the lock file lists. Made once; made again
 * when the lock file changed or an installation was interrupted. Two commands at once: the second waits.
 * @throws {PythonNotFoundError | VenvMissingError | NoNetworkError | DiskFullError | InstallFailedError}
 */
export async function installPython(request: PythonRequest): Promise<string> {
  const lock = await readFile(request.lockFile, 'utf8');
  const stamp = createHash('sha256').update(lock).digest('hex');
  const python = pythonOf(request.folder);
  if (await isInstalled(request.folder, stamp)) return python;
  const onWait = () => request.onProgress?.({ step: 'waiting-for-another-command' });
  await oneAtATime(
    request.folder,
    async () => {
      if (!(await isInstalled(request.folder, stamp))) await install(request, python, lock, stamp);
    },
    onWait,
    request.signal,
  );
  return python;
}

/** Whether the environment is whole and of this lock file. */
export async function isInstalled(folder: string, stamp: string): Promise<boolean> {
  try {
    await stat(pythonOf(folder));
    return (await readFile(stampFile(folder), 'utf8')) === stamp;
  } catch {
    return false;
  }
}

/** The python program of an environment. */
export function pythonOf(folder: string): string {
  return process.platform === 'win32'
    ? join(folder, 'Scripts', 'python.exe')
    : join(folder, 'bin', 'python');
}

/** Written when all is done: its absence means that an installation was interrupted. */
const stampFile = (folder: string): string => join(folder, 'installed.sha256');

async function install(
  request: PythonRequest,
  python: string,
  lock: string,
  stamp: string,
): Promise<void> {
  const log = `${request.folder}-install.log`;
  const { folder, env, onProgress, signal } = request;
  try {
    onProgress?.({ step: 'creating-python' });
    const system = await findPython(env);
    await request.prepare?.();
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    const [program, ...args] = system.command;
    const made = await runCommand(program, [...args, '-m', 'venv', folder], { env, signal });
    if (made.code !== 0) throw whyPipFailed(made.output, folder, log);
    await pipInstall({ ...request, python, lock, log });
    await request.finish?.(python, log);
    await writeFile(stampFile(folder), stamp);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new DiskFullError(folder, error);
    }
    throw error;
  }
}
