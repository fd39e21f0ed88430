import type { PythonSide } from '../grade.ts';
import { startZygote, type Zygote } from '../python/zygote.ts';
import type { Limits, Sandbox } from '../sandbox/sandbox.ts';
import { otherUserPython } from '../sandbox/other-user-python.ts';
import { openSandboxedPython } from '../sandbox/sandboxed-python.ts';
import { FEATURE_COLS } from '../workshop/data/columns.ts';
import type { Console } from './console.ts';
import { project } from './project.ts';
import { submissionPython } from './submission-python.ts';

/** Grades the Python submissions of a class; disposing ends what it started. */
export interface ClassPython extends AsyncDisposable {
  /** The same at each call. */
  readonly side: () => Promise<PythonSide>;
}

export interface ClassPythonOptions {
  readonly sandbox: Sandbox;
  readonly limits: Limits;
  readonly scoring: { readonly limits: Limits; readonly timeoutMs: number };
}

/** Installs their Python and starts what they are forked from only when the first one comes. */
export function classPython(options: ClassPythonOptions, io: Console): ClassPython {
  let zygote: Zygote | null = null;
  let opened: Promise<PythonSide> | undefined;

  async function open(): Promise<PythonSide> {
    const { python, arranged } = await submissionPython(io);
    const { sandbox, limits, scoring } = options;
    // The kernel lets a process move into bubblewrap's sandbox, and not into an engine's container.
    if (sandbox.provider === 'bubblewrap') zygote = startZygote(python);
    const { startChild, models } = await openSandboxedPython(sandbox, {
      python,
      zygote,
      csv: project.csv,
      columns: FEATURE_COLS,
      limits,
      scoring,
    });
    return { python, startChild, models, arranged };
  }

  return {
    side: async () => await (opened ??= open()),
    async [Symbol.asyncDispose]() {
      await opened?.catch(() => undefined);
      await zygote?.[Symbol.asyncDispose]();
    },
  };
}

/** The same as other users, one for each process: nothing is started before a submission comes. */
export function classPythonOfUsers(
  options: Omit<ClassPythonOptions, 'sandbox'> & { readonly folder: string },
  io: Console,
): () => Promise<PythonSide> {
  let opened: Promise<PythonSide> | undefined;

  async function open(): Promise<PythonSide> {
    const { python, arranged } = await submissionPython(io);
    const apart = otherUserPython({ ...options, python, csv: project.csv, columns: FEATURE_COLS });
    return { python, arranged, ...apart };
  }

  return async () => await (opened ??= open());
}
