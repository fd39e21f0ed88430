import { tmpdir } from 'node:os';
import { message } from '../../messages/sentence.ts';
import { openBubblewrap } from '../../sandbox/open-bubblewrap.ts';
import { SandboxFailedError } from '../../sandbox/sandbox.ts';
import type { Console } from '../console.ts';
import type { SandboxChoice } from '../grade-options.ts';

/**
 * The better of what a container without Docker allows: bubblewrap, else another user. Never none: then
 * `grade` refuses, and nothing is marked.
 */
export async function chooseSandbox(io: Console): Promise<SandboxChoice> {
  try {
    await using _ = await openBubblewrap(tmpdir());
    return 'bubblewrap';
  } catch (error) {
    if (!(error instanceof SandboxFailedError)) throw error;
    io.print(io.translate(message('gradescope.no-bubblewrap', { reason: error.message })));
    return 'user';
  }
}
