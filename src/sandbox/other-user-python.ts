import { dirname } from 'node:path';
import { INSIDE } from '../python/zygote.ts';
import { askedModels } from './asked-models.ts';
import { otherUserChild, startOtherUser, type OtherUserProgram } from './other-user.ts';
import type { Limits } from './sandbox.ts';
import {
  ONE_THREAD,
  type SandboxedPython,
  type SandboxedPythonOptions,
} from './sandboxed-python.ts';

export interface OtherUserPythonOptions extends Omit<SandboxedPythonOptions, 'zygote'> {
  /** Where the users' folders go. */
  readonly folder: string;
}

/**
 * Python submissions and their models, each in a fresh interpreter as a user of its own. `localhost:5000` is its own
 * MLflow there because its Python leads connections there (inside/own_localhost.py).
 */
export function otherUserPython(options: OtherUserPythonOptions): SandboxedPython {
  const { python, csv, columns, folder, limits, scoring } = options;

  function start(
    program: 'run_submission' | 'score_model',
    of: Limits,
    args: (csv: string) => readonly string[],
  ): OtherUserProgram {
    return startOtherUser({ limits: of, csv, folder }, (place) => ({
      argv: [python, '-B', `${INSIDE}${program}.py`, ...args(place.csv)],
      env: { ...ONE_THREAD, PATH: `${dirname(python)}:/usr/bin:/bin` },
    }));
  }

  return {
    startChild: () => otherUserChild(start('run_submission', limits, (data) => [data])),
    models: askedModels({
      start: () => start('score_model', scoring.limits, () => []),
      inboxOf: ({ inbox }) => inbox,
      columns,
      timeoutMs: scoring.timeoutMs,
    }),
  };
}
