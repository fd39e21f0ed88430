import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { countRequirements, readPipLine, whyPipFailed } from './pip-output.ts';
import { runCommand } from './run-command.ts';
import type { OnProgress } from './tracking-server.ts';

export interface PipRequest {
  /** The environment and its python program. */
  readonly folder: string;
  readonly python: string;
  /** The locked requirements: path and text. */
  readonly lockFile: string;
  readonly lock: string;
  /** File that receives pip's whole output. */
  readonly log: string;
  readonly env: Record<string, string | undefined>;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
}

const ARGS =
  '-m pip install --no-deps --require-hashes --only-binary :all: --no-input --progress-bar off ' +
  '--disable-pip-version-check --retries 2 --timeout 20 -r';

/**
 * Installs what the lock file lists, nothing else, hashes checked.
 * @throws {NoNetworkError | DiskFullError | InstallFailedError}
 */
export async function pipInstall(request: PipRequest): Promise<void> {
  const { folder, python, lockFile, log, env, onProgress, signal } = request;
  let total = countRequirements(request.lock);
  let collected = 0;
  let counting: NodeJS.Timeout | undefined;
  const logStream = createWriteStream(log);
  // A log that cannot be written must not end the installation.
  logStream.on('error', () => {});
  const onLine = (line: string) => {
    logStream.write(`${line}\n`);
    const said = readPipLine(line);
    if (said?.event === 'skipped') total -= 1;
    if (said?.event === 'collecting') {
      collected += 1;
      onProgress?.({ step: 'collecting-packages', done: collected, total, detail: said.name });
    }
    if (said?.event === 'installing') {
      counting = setInterval(() => void reportInstalled(folder, said.count, onProgress), 300);
    }
  };
  try {
    const args = [...ARGS.split(' '), lockFile];
    const { code, output } = await runCommand(python, args, { env, signal, onLine });
    if (code !== 0) throw whyPipFailed(output, folder, log);
  } finally {
    clearInterval(counting);
    logStream.end();
  }
}

/** pip installs without a word: what it has done is seen in the folder. */
async function reportInstalled(folder: string, total: number, onProgress?: OnProgress) {
  const names = await readdir(await sitePackages(folder)).catch(() => []);
  // pip itself is in every environment from the start.
  const done = names.filter(
    (name) => name.endsWith('.dist-info') && !/^(pip|setuptools)-/.test(name),
  );
  onProgress?.({ step: 'installing-packages', done: Math.min(done.length, total), total });
}

async function sitePackages(folder: string): Promise<string> {
  if (process.platform === 'win32') return join(folder, 'Lib', 'site-packages');
  const [version = ''] = await readdir(join(folder, 'lib')).catch(() => []);
  return join(folder, 'lib', version, 'site-packages');
}
