import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isHealthy } from './health.ts';
import { runCommand } from './run-command.ts';
import { uriOf, type ServerState } from './server-state.ts';

/**
 * Stops the server that wrote this state and waits until it is gone. A process that merely got the same
 * number later is left alone.
 */
export async function stopProcess(state: ServerState): Promise<void> {
  if (!isAlive(state.pid) || !(await isOurs(state))) return;
  signalTo(state.pid, 'SIGTERM');
  for (let waited = 0; waited < 5_000; waited += 20) {
    if (!isAlive(state.pid)) return;
    await pause(20);
  }
  signalTo(state.pid, 'SIGKILL');
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  return signalTo(pid, 0);
}

/** A server that hangs cannot answer for itself, but its command line names its start. */
async function isOurs({ pid, instance, ...state }: ServerState): Promise<boolean> {
  if ((await commandLine(pid)).includes(instance)) return true;
  return isHealthy(uriOf({ pid, instance, ...state }), instance, 2_000);
}

async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return (await runCommand('ps', ['-ww', '-o', 'args=', '-p', String(pid)])).output;
  } catch {
    return '';
  }
}

function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
