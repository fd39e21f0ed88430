import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { message } from '../messages/sentence.ts';
import type { ImageReader } from '../images/image-reader.ts';
import type { PythonSide } from '../grade.ts';
import type { Scorer } from '../observe/score-here.ts';
import { startChild, type WaitingChild } from '../run/run-submission.ts';
import { openBubblewrap } from '../sandbox/open-bubblewrap.ts';
import { startOtherUserChild, tryOtherUser } from '../sandbox/other-user-child.ts';
import { createOtherUserServers } from '../sandbox/other-user-server.ts';
import { othersReach } from '../sandbox/others-reach.ts';
import { LIMITS, SandboxFailedError, type Limits, type Sandbox } from '../sandbox/sandbox.ts';
import { createServerSandbox } from '../sandbox/sandboxed-server.ts';
import { createSandboxedImages } from '../sandbox/sandboxed-images.ts';
import { createSandboxedScorer } from '../sandbox/sandboxed-scorer.ts';
import { startSandboxedChild } from '../sandbox/sandboxed-child.ts';
import type { StartPythonServer } from '../serving/python-server.ts';
import { readPinned } from '../server/index.ts';
import { classPython, classPythonOfUsers } from './class-python.ts';
import type { Console } from './console.ts';
import { ExitError } from './exit-error.ts';
import type { GradeOptions } from './grade-options.ts';
import { ownPython } from './own-python.ts';
import { project } from './project.ts';
import { submissionEnv } from './submission-process.ts';

/** The workshop's rows take a model some milliseconds. */
const SCORING_MS = 60_000;
/** A figure takes a second at most. */
const DECODING_MS = 20_000;

/** Where the submissions of a class run. */
export interface ClassSandbox extends AsyncDisposable {
  readonly name: 'bubblewrap' | 'container' | 'user' | 'none';
  readonly startChild: () => WaitingChild;
  /** Where logged models predict; this process when undefined. */
  readonly scorer: Scorer | undefined;
  /** Where logged images are decoded; this process when undefined. */
  readonly images: ImageReader | undefined;
  /** What Python submissions are graded with. */
  readonly pythonSide: () => Promise<PythonSide>;
  /** Starts what serves registered models; a process of this machine when undefined. */
  readonly startServer: StartPythonServer | undefined;
}

/**
 * Opens the sandbox that was asked for; for `auto` the first that works here, bubblewrap before the
 * container: it starts fifty times sooner under the same limits.
 *
 * @throws ExitError when there is none; running strangers' code without one has to be asked for
 */
export async function openClassSandbox(
  options: Pick<GradeOptions, 'sandbox' | 'limits' | 'source' | 'out'>,
  io: Console,
): Promise<ClassSandbox> {
  const { sandbox: choice, limits } = options;
  if (choice === 'none') {
    const env = submissionEnv(io.env);
    const python = ownPython(io);
    io.print(io.translate(message('grade.no-sandbox')));
    return {
      name: 'none',
      startChild: () => startChild({ memoryMb: limits.memoryMb, csv: project.csv, env }),
      scorer: undefined,
      images: undefined,
      pythonSide: python.side,
      startServer: undefined,
      [Symbol.asyncDispose]: async () => python[Symbol.dispose](),
    };
  }
  if (choice === 'user') return await openOtherUser(options, io);
  const reasons: string[] = [];
  for (const provider of choice === 'auto' ? (['bubblewrap', 'container'] as const) : [choice]) {
    try {
      return sandboxed(await openProvider(provider), limits, io);
    } catch (error) {
      if (!(error instanceof SandboxFailedError)) throw error;
      reasons.push(error.message);
    }
  }
  throw new ExitError(2, message('grade.sandbox-failed', { reasons: reasons.join('; ') }));
}

/** Asked for by name only: it is less than a sandbox. */
async function openOtherUser(
  { limits, source, out }: Pick<GradeOptions, 'limits' | 'source' | 'out'>,
  io: Console,
): Promise<ClassSandbox> {
  const options = { limits, csv: project.csv, folder: tmpdir() };
  const reason = await tryOtherUser(options);
  if (reason !== null) throw new ExitError(2, message('grade.user-failed', { reason }));
  // What others handed in, and what becomes of it, is no business of a submission.
  await chmod(out, 0o700);
  if (othersReach(source))
    throw new ExitError(1, message('grade.user-reads-class', { folder: source }));
  io.print(io.translate(message('grade.other-user')));
  return {
    name: 'user',
    startChild: () => startOtherUserChild(options),
    scorer: undefined,
    images: undefined,
    pythonSide: classPythonOfUsers({ limits, scoring: scoringOf(limits), folder: tmpdir() }, io),
    startServer: createOtherUserServers({ ...options, limits: scoringOf(limits).limits }),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

async function openProvider(provider: Sandbox['provider']): Promise<Sandbox> {
  if (provider === 'bubblewrap') return await openBubblewrap(tmpdir());
  // Loading testcontainers takes half a second: only when it is needed.
  const { openContainer } = await import('../sandbox/open-container.ts');
  return await openContainer(tmpdir(), (await readPinned()).image);
}

function sandboxed(sandbox: Sandbox, limits: Limits, io: Console): ClassSandbox {
  const scoring = scoringOf(limits);
  const ours = scoring.limits;
  const python = classPython({ sandbox, limits, scoring }, io);
  return {
    name: sandbox.provider,
    startChild: () => startSandboxedChild(sandbox, { limits, csv: project.csv }),
    scorer: createSandboxedScorer(sandbox, scoring),
    images: createSandboxedImages(sandbox, { limits: ours, timeoutMs: DECODING_MS }),
    pythonSide: python.side,
    startServer: createServerSandbox(sandbox, ours),
    async [Symbol.asyncDispose]() {
      await python[Symbol.asyncDispose]();
      await sandbox[Symbol.asyncDispose]();
    },
  };
}

/** What looks at the models and images of a submission is ours, and needs what it needs. */
function scoringOf({ memoryMb }: Limits) {
  return { limits: { ...LIMITS, memoryMb }, timeoutMs: SCORING_MS };
}
