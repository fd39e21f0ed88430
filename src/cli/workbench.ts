import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Setting } from '../grade.ts';
import { message } from '../messages/sentence.ts';
import type { ChildrenAhead } from '../run/children-ahead.ts';
import { ensurePython } from '../server/index.ts';
import { verifyCustomerData } from '../workshop/data/verify-customer-data.ts';
import type { WorkshopData } from '../workshop/index.ts';
import { ExitError } from './exit-error.ts';
import type { Console } from './console.ts';
import { progressPrinter } from './open-server.ts';
import { submissionEnv } from './submission-process.ts';
import { project } from './project.ts';

/** What every grading on this machine has in common; the tracking URI comes with the server. */
export async function workbench(
  io: Console,
  children: ChildrenAhead,
): Promise<Omit<Setting, 'trackingUri'>> {
  return {
    data: await readCustomerData(),
    userName: userInfo().username,
    env: submissionEnv(io.env),
    startChild: () => children.take(),
    python: () =>
      ensurePython({ stateFolder: project.state, env: io.env, onProgress: progressPrinter(io) }),
  };
}

/**
 * The data set, prepared when it is first asked for.
 * @throws ExitError at once when it is missing or not the workshop's
 */
export async function readCustomerData(): Promise<() => Promise<WorkshopData>> {
  const text = await readCsv();
  let prepared: Promise<WorkshopData> | undefined;
  const prepare = async () => (await import('../workshop/index.ts')).loadWorkshopData(text);
  return async () => await (prepared ??= prepare());
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
  } catch (cause) {
    throw new ExitError(1, message('cli.csv-altered'), { cause });
  }
  return text;
}

/** Keeps what was observed, so that a verdict can be replayed. Written aside, then moved into place. */
export async function keepSnapshot(exercise: string, snapshot: unknown): Promise<void> {
  const folder = join(project.state, 'snapshots');
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.${exercise}.${randomUUID()}`);
  await writeFile(aside, JSON.stringify(snapshot));
  await rename(aside, join(folder, `${exercise}.json`));
}
