import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { project } from '../src/cli/project.ts';
import { parseResults } from '../src/results/results-document.ts';
import type { Results } from '../src/results/results.ts';

export interface GradeRun {
  readonly ms: number;
  /** The most memory that the command itself used, in mebibytes; null where /proc does not tell. */
  readonly peakMb: number | null;
  readonly results: Results;
}

const LOOK_MS = 250;

/** Runs the whole command `npm run grade` as its user does, without npm. @throws when it does not end with a verdict for each */
export async function runGrade(
  folder: string,
  out: string,
  more: readonly string[] = [],
): Promise<GradeRun> {
  const started = performance.now();
  const [, ...script] = packageJson.scripts.grade.split(' ');
  const options = [folder, `--out=${out}`, '--exercises=07,08,09', ...more];
  const child = spawn(process.execPath, [...script, ...options], {
    cwd: project.root,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  let peakMb: number | null = null;
  const look = async () => {
    peakMb = (await peakOf(child.pid)) ?? peakMb;
  };
  const watch = setInterval(() => void look(), LOOK_MS);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  const ms = performance.now() - started;
  if (code !== 0) throw new Error(`grade ended with ${String(code)}`);
  return { ms, peakMb, results: parseResults(await readFile(join(out, 'results.json'), 'utf8')) };
}

/** The most memory that a process held so far, in mebibytes. */
async function peakOf(pid: number | undefined): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kb = /VmHWM:\s+(\d+)/.exec(text)?.[1];
  return kb === undefined ? null : Number(kb) / 1024;
}
