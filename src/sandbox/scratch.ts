import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a program in a sandbox and the grader share, on the grader's side. */
export interface Scratch extends Disposable {
  readonly inbox: string;
  readonly door: string;
  readonly gatewaySocket: string;
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
    inbox,
    door,
    gatewaySocket: join(door, 'gateway.sock'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
