import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Console } from './console.ts';
import { project } from './project.ts';

/** One program of a longer command. */
export interface Step {
  readonly title: string;
  /** Program of node_modules/.bin and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the steps one after the other, all of them; 1 when any failed. */
export async function runSteps(steps: readonly Step[], io: Console): Promise<0 | 1> {
  const failed: string[] = [];
  for (const step of steps) {
    const started = performance.now();
    const status = await runStep(step, io);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    io.print(`${status === 0 ? '✓' : '✗'} ${step.title} (${seconds} s)`);
    if (status !== 0) failed.push(step.title);
  }
  if (failed.length > 0) io.print(`failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

async function runStep({ command, env }: Step, io: Console): Promise<number> {
  const [program, ...args] = command;
  const bin = join(project.root, 'node_modules', '.bin');
  const child = spawn(program, args, {
    cwd: project.root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...io.env, ...env, PATH: `${bin}${delimiter}${io.env['PATH'] ?? ''}` },
  });
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
