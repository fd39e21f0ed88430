import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childArguments, HERE, type WaitingChild } from '../run/run-submission.ts';
import { otherUserChild, startOtherUser, type OtherUserOptions } from './other-user.ts';
import { heapMb } from './sandboxed-child.ts';

/** Half a core that is busy takes its time to load the kit. */
const TRY_MS = 60_000;

/** Starts the process of one submission in TypeScript as a user of its own. */
export function startOtherUserChild(options: OtherUserOptions): WaitingChild {
  return otherUserChild(
    startOtherUser(options, ({ csv }) => ({
      argv: [process.execPath, ...childArguments(heapMb(options.limits), { ...HERE, csv })],
      env: { PATH: '/usr/bin:/bin' },
    })),
  );
}

/** Why it does not work here; null when it does. */
export async function tryOtherUser(options: OtherUserOptions): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'only root can run programs as another user';
  const own = mkdtempSync(join(options.folder, 'workshop-try-'));
  try {
    const file = join(own, 'try.ts');
    writeFileSync(file, 'export default () => process.getuid?.();');
    const job = { file, trackingUri: 'http://127.0.0.1', userName: '' };
    const ran = await startOtherUserChild(options).run(job, { timeoutMs: TRY_MS });
    const { outcome, error, output } = ran.execution;
    if (outcome !== 'completed') return `${outcome} ${error?.message ?? output.trim().slice(-500)}`;
    return ran.returned === 0 ? 'it stayed root' : null;
  } catch (error) {
    return String(error);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
