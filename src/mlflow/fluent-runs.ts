import { openRun, type Context, type StartRunOptions } from './context.ts';
import type { Run, RunStatus } from './types.ts';

export interface RunVerbs {
  /** Starts a run that is active until `endRun`. The process's end does not end it. */
  startRun(options?: StartRunOptions): Promise<Run>;
  /**
   * Starts a run that is active within `body`: FINISHED when it returns, FAILED when it throws (the
   * error is thrown on), as Python's `with` does.
   */
  startRun<T>(options: StartRunOptions, body: (run: Run) => Promise<T> | T): Promise<T>;
  /** Ends the active run; nothing happens when there is none. */
  endRun(status?: RunStatus): Promise<void>;
  /** The active run as it was when it started. */
  activeRun(): Run | null;
  /** The active run, else the one started last as it is now. */
  lastActiveRun(): Promise<Run | null>;
  getRun(runId: string): Promise<Run>;
  deleteRun(runId: string): Promise<void>;
  restoreRun(runId: string): Promise<void>;
}

export function runVerbs(context: Context): RunVerbs {
  const { client, runs } = context;

  async function startRun(options?: StartRunOptions): Promise<Run>;
  async function startRun<T>(
    options: StartRunOptions,
    body: (run: Run) => Promise<T> | T,
  ): Promise<T>;
  async function startRun<T>(
    options: StartRunOptions = {},
    body?: (run: Run) => Promise<T> | T,
  ): Promise<Run | T> {
    const run = await openRun(context, options);
    if (body !== undefined) return await runBody(context, run, body);
    runs.push(run);
    return run;
  }

  return {
    startRun,

    async endRun(status: RunStatus = 'FINISHED'): Promise<void> {
      const run = runs.stack.pop();
      if (run !== undefined) await client.setTerminated(run.info.runId, status);
    },

    activeRun: () => runs.current(),

    async lastActiveRun(): Promise<Run | null> {
      const active = runs.current();
      if (active !== null || runs.lastId === null) return active;
      return await client.getRun(runs.lastId);
    },

    getRun: async (runId) => await client.getRun(runId),
    deleteRun: async (runId) => {
      await client.deleteRun(runId);
    },
    restoreRun: async (runId) => {
      await client.restoreRun(runId);
    },
  };
}

async function runBody<T>(
  { client, runs }: Context,
  run: Run,
  body: (run: Run) => Promise<T> | T,
): Promise<T> {
  return await runs.within(run, async (stack) => {
    /** Runs that the body started inside this one and left open end with it. */
    const end = async (status: RunStatus): Promise<void> => {
      while (stack.includes(run)) {
        const top = stack.pop();
        if (top !== undefined) await client.setTerminated(top.info.runId, status);
      }
    };
    let result: T;
    try {
      result = await body(run);
    } catch (error) {
      // The body's own error is the one to show, even where ending the run fails too.
      await end('FAILED').catch(() => null);
      throw error;
    }
    await end('FINISHED');
    return result;
  });
}
