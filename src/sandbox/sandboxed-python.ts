import { copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Zygote } from '../python/zygote.ts';
import { waitingChild, type WaitingChild } from '../run/run-submission.ts';
import { askedModels, type AskedModels } from './asked-models.ts';
import { behindDoor, ENV, inside } from './inside.ts';
import { pythonMounts } from './python-mounts.ts';
import type { Command, Limits, Sandbox, SandboxedProgram } from './sandbox.ts';

export interface SandboxedPythonOptions {
  /** Absolute path of the interpreter of the submissions' environment on this machine. */
  readonly python: string;
  /** From which its processes are forked where the sandbox allows it; each is started when null. */
  readonly zygote: Zygote | null;
  /** Absolute path of customer_data.csv. */
  readonly csv: string;
  /** Names of the features, in the order that rows have. */
  readonly columns: readonly string[];
  /** Of a submission. */
  readonly limits: Limits;
  /** Of what asks the models that one logged. */
  readonly scoring: { readonly limits: Limits; readonly timeoutMs: number };
}

/** Python submissions and their models, each in a sandbox of its own. */
export interface SandboxedPython {
  readonly startChild: () => WaitingChild;
  readonly models: AskedModels;
}

/** Several submissions at once: each has a core. */
export const ONE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' } as const;

export async function openSandboxedPython(
  sandbox: Sandbox,
  { python, zygote, csv, columns, limits, scoring }: SandboxedPythonOptions,
): Promise<SandboxedPython> {
  const mounts = [
    ...(await pythonMounts(python)),
    { source: csv, target: inside.csv },
    // Notebooks call commands, and MLflow a shell; an image has its own.
    ...(sandbox.provider === 'bubblewrap'
      ? ['/usr/bin', '/bin'].map((target) => ({ source: '/usr/bin', target }))
      : []),
  ];
  const env = { ...ONE_THREAD, PATH: `${dirname(python)}:${ENV.PATH}` };

  function start(
    program: 'run_submission' | 'score_model',
    args: readonly string[],
    of: Limits,
  ): SandboxedProgram {
    const command: Command = {
      argv: behindDoor([python, '-B', `${inside.python}/${program}.py`, ...args]),
      limits: of,
      env,
      mounts,
    };
    return sandbox.start(
      zygote === null
        ? command
        : {
            ...command,
            fork: { zygote, program, arguments: args, asksMlflow: program === 'run_submission' },
          },
    );
  }

  return {
    startChild() {
      const program = start('run_submission', [inside.csv], limits);
      return waitingChild(program, {
        gateway: { socketPath: program.gatewaySocket, uri: inside.gatewayUri },
        async bring(job) {
          const name = basename(job.file);
          await copyFile(job.file, join(program.inbox, name));
          return { ...job, file: join(inside.submission, name) };
        },
      });
    },
    models: askedModels({
      start: () => start('score_model', [], scoring.limits),
      inboxOf: () => inside.submission,
      columns,
      timeoutMs: scoring.timeoutMs,
    }),
  };
}
