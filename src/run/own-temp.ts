import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder for one process's temporary files. Disposing removes it with whatever was left there. */
export interface OwnTemp extends Disposable {
  readonly folder: string;
  /** What sends a process there, whichever system and language it is of. */
  readonly env: Readonly<Record<'TMPDIR' | 'TEMP' | 'TMP', string>>;
}

export function ownTemp(): OwnTemp {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-'));
  return {
    folder,
    env: { TMPDIR: folder, TEMP: folder, TMP: folder },
    [Symbol.dispose]() {
      try {
        rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      } catch {
        // What is dying may still write there: no reason for the command to fail.
      }
    },
  };
}
