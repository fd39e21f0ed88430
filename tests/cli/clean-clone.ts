import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { endOf, type Ended } from './scratch-project.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The project as a person has it who has just cloned it, with a home and a temporary folder of its own. */
export interface CleanClone extends AsyncDisposable {
  /** Holds all that follows. */
  readonly folder: string;
  readonly project: string;
  readonly home: string;
  readonly tmp: string;
  /** Runs `npm run <words>` there to its end, in English. */
  run(words: readonly string[]): Promise<Ended>;
}

/**
 * Copies what git knows of the project, changes that are not committed included. What is installed once,
 * the Node packages and MLflow's Python, is this project's.
 */
export async function cleanClone(): Promise<CleanClone> {
  const folder = await mkdtemp(join(tmpdir(), 'clone-'));
  const [project, home, tmp] = ['project', 'home', 'tmp'].map((part) => join(folder, part));
  if (project === undefined || home === undefined || tmp === undefined) throw new Error('no paths');
  for (const made of [home, tmp, join(project, '.mlflow')]) await mkdir(made, { recursive: true });
  const listed = await promisify(execFile)(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: ROOT, maxBuffer: 16 * 1024 ** 2 },
  );
  for (const path of listed.stdout.split('\0').filter(Boolean)) {
    // With its time: package-lock.json says by it that nothing is to be installed.
    await cp(join(ROOT, path), join(project, path), { preserveTimestamps: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  await symlink(join(ROOT, '.mlflow', 'python'), join(project, '.mlflow', 'python'));
  return {
    folder,
    project,
    home,
    tmp,
    async run(words) {
      const child = spawn(process.execPath, [join('bin', 'workshop.mjs'), ...words], {
        cwd: project,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { HOME: home, TMPDIR: tmp, PATH: process.env['PATH'], LANG: 'en_US.UTF-8' },
      });
      return await endOf(child);
    },
    [Symbol.asyncDispose]: async () => await rm(folder, { recursive: true, force: true }),
  };
}
