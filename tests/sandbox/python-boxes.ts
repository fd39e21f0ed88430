import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway } from '../../src/gateway/gateway.ts';
import { ensureSubmissionPython } from '../../src/python/install.ts';
import { startZygote } from '../../src/python/zygote.ts';
import type { Ran } from '../../src/run/run-submission.ts';
import { LIMITS, type Limits, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { openSandboxedPython, type SandboxedPython } from '../../src/sandbox/sandboxed-python.ts';
import { FEATURE_COLS } from '../../src/workshop/data/columns.ts';
import { CSV, PROJECT, type AttackOptions } from './boxes.ts';

/** The interpreter of the submissions’ environment. */
export const submissionPython = await ensureSubmissionPython({
  stateFolder: join(PROJECT, '.mlflow'),
  env: process.env,
  onProgress: () => undefined,
});

/** Runs Python in sandboxes of one kind. */
export interface PythonBoxes extends AsyncDisposable {
  /** Runs a script that is hostile or greedy. @param source its Python */
  attack(source: string, options?: AttackOptions): Promise<Ran>;
  open(limits?: Partial<Limits>): Promise<SandboxedPython>;
}

/** As `grade` has it: forked and moved in where the sandbox is bubblewrap's, a fresh interpreter in a container. */
export function pythonBoxes(sandbox: Sandbox): PythonBoxes {
  const zygote = sandbox.provider === 'bubblewrap' ? startZygote(submissionPython) : null;
  const open = async (limits: Partial<Limits> = {}) =>
    await openSandboxedPython(sandbox, {
      python: submissionPython,
      zygote,
      csv: CSV,
      columns: FEATURE_COLS,
      limits: { ...LIMITS, ...limits },
      scoring: { limits: { ...LIMITS, ...limits }, timeoutMs: 30_000 },
    });
  return {
    open,
    async attack(source, { limits = {}, timeoutMs = 30_000, target } = {}) {
      const folder = await mkdtemp(join(tmpdir(), 'attack-'));
      const file = join(folder, 'attack.py');
      await writeFile(file, source);
      using child = (await open(limits)).startChild();
      const { gateway: at } = child;
      if (at === undefined) throw new Error('no gateway');
      await using _ =
        target === undefined ? null : await startGateway({ target, socketPath: at.socketPath });
      try {
        return await child.run({ file, trackingUri: at.uri, userName: 'student' }, { timeoutMs });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async [Symbol.asyncDispose]() {
      await zygote?.[Symbol.asyncDispose]();
    },
  };
}
