import { tmpdir } from 'node:os';
import { message } from '../messages/sentence.ts';
import { startChild, type WaitingChild } from '../run/run-submission.ts';
import { openBubblewrap } from '../sandbox/open-bubblewrap.ts';
import { LIMITS, SandboxFailedError, type Sandbox } from '../sandbox/sandbox.ts';
import { startSandboxedChild } from '../sandbox/sandboxed-child.ts';
import type { Console } from './console.ts';
import { ExitError } from './exit-error.ts';
import type { GradeOptions } from './grade-options.ts';
import { project } from './project.ts';
import { submissionEnv } from './submission-process.ts';

/** Where the submissions of a class run. */
export interface ClassSandbox extends AsyncDisposable {
  readonly name: 'bubblewrap' | 'container' | 'none';
  readonly startChild: () => WaitingChild;
}

/**
 * Opens the sandbox that was asked for; for `auto` the first that works here, bubblewrap before the
 * container: it starts fifty times sooner under the same limits.
 *
 * @throws ExitError when there is none; running strangers' code without one has to be asked for
 */
export async function openClassSandbox(
  { sandbox: choice, memoryMb }: Pick<GradeOptions, 'sandbox' | 'memoryMb'>,
  io: Console,
): Promise<ClassSandbox> {
  if (choice === 'none') {
    const env = submissionEnv(io.env);
    io.print(io.translate(message('grade.no-sandbox')));
    return {
      name: 'none',
      startChild: () => startChild({ memoryMb, env }),
      [Symbol.asyncDispose]: async () => undefined,
    };
  }
  const reasons: string[] = [];
  for (const open of choice === 'container' ? [] : [openBubblewrap]) {
    try {
      return sandboxed(await open(tmpdir()), memoryMb);
    } catch (error) {
      if (!(error instanceof SandboxFailedError)) throw error;
      reasons.push(error.message);
    }
  }
  throw new ExitError(2, message('grade.sandbox-failed', { reasons: reasons.join('; ') }));
}

function sandboxed(sandbox: Sandbox, memoryMb: number): ClassSandbox {
  const limits = { ...LIMITS, memoryMb };
  return {
    name: sandbox.provider,
    startChild: () => startSandboxedChild(sandbox, { limits, csv: project.csv }),
    [Symbol.asyncDispose]: async () => await sandbox[Symbol.asyncDispose](),
  };
}
