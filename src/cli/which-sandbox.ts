import { tmpdir } from 'node:os';
import { message, type Sentence } from '../messages/sentence.ts';
import { openBubblewrap } from '../sandbox/open-bubblewrap.ts';
import { SandboxFailedError } from '../sandbox/sandbox.ts';
import { findEngine } from '../server/docker-engine.ts';

/** Which sandbox `grade` would choose here and why, or how to get one: sentences, one a line. */
export async function whichSandbox(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Sentence[]> {
  const chosen = (sandbox: string, because: Sentence) => [
    message('cli.doctor.sandbox', { sandbox }),
    because,
  ];
  let reason: string;
  try {
    await using _ = await openBubblewrap(tmpdir());
    return chosen('bubblewrap', message('cli.doctor.sandbox-bubblewrap'));
  } catch (error) {
    if (!(error instanceof SandboxFailedError)) throw error;
    reason = error.message;
  }
  // The engine is not asked for more: it may have to pull its image first.
  const engine = await findEngine(env);
  return engine.answers
    ? chosen('container', message('cli.doctor.sandbox-container', { reason }))
    : [
        message('cli.doctor.sandbox-none', { reason, engine: engine.why }),
        message('cli.doctor.sandbox-get'),
      ];
}
