import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Setting } from '../grade.ts';
import { message } from '../messages/sentence.ts';
import { ensurePython } from '../server/index.ts';
import { verifyCustomerData } from '../workshop/index.ts';
import { ExitError } from './exit-error.ts';
import type { Console } from './console.ts';
import { progressPrinter } from './open-server.ts';
import { project } from './project.ts';

/** The heap that a submission may use, in mebibytes. */
export const MEMORY_MB = 2048;

/** What every grading on this machine has in common; the tracking URI comes with the server. */
export async function workbench(io: Console): Promise<Omit<Setting, 'trackingUri'>> {
  return {
    csv: { path: project.csv, text: await readCsv() },
    userName: userInfo().username,
    env: submissionEnv(io.env),
    memoryMb: MEMORY_MB,
    python: () =>
      ensurePython({ stateFolder: project.state, env: io.env, onProgress: progressPrinter(io) }),
  };
}

/** @throws ExitError when the data set is missing or not the workshop's */
export async function readCsv(): Promise<string> {
  let text: string;
  try {
    text = await readFile(project.csv, 'utf8');
  } catch (cause) {
    throw new ExitError(1, message('cli.csv-missing'), { cause });
  }
  try {
    verifyCustomerData(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ExitError(1, message('cli.csv-altered', { error: why }), { cause: error });
  }
  return text;
}

/** What a submission's process gets of our environment: enough to run, nothing that is secret. */
function submissionEnv(env: Console['env']): Record<string, string> {
  const names = [
    'PATH',
    'HOME',
    'USERPROFILE',
    'SYSTEMROOT',
    'TMPDIR',
    'TEMP',
    'TMP',
    'LANG',
    'LC_ALL',
    'NODE_V8_COVERAGE',
    'NODE_COMPILE_CACHE',
  ];
  return Object.fromEntries(
    names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
}

/** Keeps what was observed, so that a verdict can be replayed. Written aside, then moved into place. */
export async function keepSnapshot(exercise: string, snapshot: unknown): Promise<void> {
  const folder = join(project.state, 'snapshots');
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.${exercise}.${randomUUID()}`);
  await writeFile(aside, JSON.stringify(snapshot));
  await rename(aside, join(folder, `${exercise}.json`));
}
