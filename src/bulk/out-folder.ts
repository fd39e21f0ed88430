import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import lockfile from 'proper-lockfile';
import writeFileAtomic from 'write-file-atomic';

/** Another command grades into the same folder at this moment. */
export class OutFolderBusyError extends Error {
  override readonly name = 'OutFolderBusyError';
  readonly code = 'OUT_FOLDER_BUSY';
  readonly folder: string;
  constructor(folder: string, options?: ErrorOptions) {
    super(`another command grades into ${folder}`, options);
    this.folder = folder;
  }
}

/** Where a class's marks and their evidence are kept. Each file is there whole or not at all. */
export interface OutFolder extends AsyncDisposable {
  readonly path: string;
  /** MLflow's own data. */
  readonly mlflow: string;
  /** Copies of what was handed in. */
  readonly scratch: string;
  /** Absolute path of a file below it. */
  file(...parts: string[]): string;
  write(content: string | Uint8Array, ...parts: string[]): Promise<void>;
  /** The text of a file; null when it is not there. */
  read(...parts: string[]): Promise<string | null>;
  /** Names of the folders directly below a folder. */
  folders(...parts: string[]): Promise<string[]>;
  remove(...parts: string[]): Promise<void>;
}

/** Opens it for this command alone. @throws OutFolderBusyError, and what keeps the folder from being made */
export async function openOutFolder(path: string): Promise<OutFolder> {
  await makeFolder(path);
  let release: () => Promise<void>;
  try {
    release = await lockfile.lock(path, {
      lockfilePath: join(path, '.lock'),
      stale: 5000,
      update: 1000,
      // A killed command holds its lock for five seconds more.
      retries: { retries: 28, factor: 1, minTimeout: 250, maxTimeout: 250 },
      // A machine that slept too long: whoever took over writes whole files too.
      onCompromised: () => undefined,
    });
  } catch (cause) {
    const busy = cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED';
    throw busy ? new OutFolderBusyError(path, { cause }) : cause;
  }
  const file = (...parts: string[]) => join(path, ...parts);
  return {
    path,
    mlflow: file('mlflow'),
    scratch: file('handed-in'),
    file,
    async write(content, ...parts) {
      await mkdir(dirname(file(...parts)), { recursive: true });
      await writeFileAtomic(
        file(...parts),
        typeof content === 'string' ? content : Buffer.from(content),
      );
    },
    read: async (...parts) =>
      await readFile(file(...parts), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    async folders(...parts) {
      const entries = await readdir(file(...parts), { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    },
    remove: async (...parts) => await rm(file(...parts), { recursive: true, force: true }),
    [Symbol.asyncDispose]: async () => await release().catch(() => undefined),
  };
}

/** As `mkdir -p`. Node's own tries for ever where the parent is there and takes no folder, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  await mkdir(path).catch(async (error: unknown) => {
    // Another command may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() === true;
}
