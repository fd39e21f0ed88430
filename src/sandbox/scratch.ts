import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../run/program.ts';
import type { SandboxedProgram } from './sandbox.ts';

/** What a program in a sandbox and the grader share, on the grader's side. */
export interface Scratch extends Disposable {
  /** Seen by nobody inside. */
  readonly folder: string;
  readonly inbox: string;
  readonly door: string;
  readonly gatewaySocket: string;
  readonly inwardSocket: string;
}

/**
 * Makes the folders of one sandbox. Other users of this machine cannot reach them; the sandbox's user
 * reads what is mounted into it.
 */
export function makeScratch(parent: string): Scratch {
  const folder = mkdtempSync(join(parent, 'sandbox-'));
  const inbox = join(folder, 'inbox');
  const door = join(folder, 'door');
  for (const part of [inbox, door]) mkdirSync(part, { mode: 0o755 });
  return {
    folder,
    inbox,
    door,
    gatewaySocket: join(door, 'gateway.sock'),
    inwardSocket: join(door, 'inward.sock'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A started program with what it shares with the grader. */
export function inScratch(
  { inbox, gatewaySocket, inwardSocket }: Scratch,
  program: Omit<Program, keyof Disposable>,
): SandboxedProgram {
  const { ended, kill } = program;
  return {
    ...program,
    inbox,
    gatewaySocket,
    inwardSocket,
    [Symbol.dispose]: kill,
    async [Symbol.asyncDispose]() {
      kill();
      await ended.catch(() => undefined);
    },
  };
}
