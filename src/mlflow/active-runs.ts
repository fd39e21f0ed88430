import { AsyncLocalStorage } from 'node:async_hooks';
import type { ModelOutput, Run } from './types.ts';

/**
 * The stack of active runs, innermost last. Each `startRun(options, body)` works on its own copy, so
 * bodies that run at the same time do not see each other's runs.
 */
export class ActiveRuns {
  readonly #outside: Run[] = [];
  readonly #inside = new AsyncLocalStorage<Run[]>();
  readonly #starting = new WeakMap<Run[], Promise<Run>>();
  readonly #outputs = new Map<string, ModelOutput[]>();
  #lastId: string | null = null;

  /** The stack that belongs to the calling body; it may be changed in place. */
  get stack(): Run[] {
    return this.#inside.getStore() ?? this.#outside;
  }

  current(): Run | null {
    return this.stack.at(-1) ?? null;
  }

  /** Id of the run that was started last. */
  get lastId(): string | null {
    return this.#lastId;
  }

  push(run: Run): void {
    this.#noteStarted(run);
    this.stack.push(run);
  }

  /** Calls `body` with a copy of the stack with the run on top; `body` is handed that copy. */
  async within<T>(run: Run, body: (stack: Run[]) => Promise<T>): Promise<T> {
    this.#noteStarted(run);
    const stack = [...this.stack, run];
    return await this.#inside.run(stack, async () => await body(stack));
  }

  /** The active run; two calls at once that find none start one between them. */
  async currentOr(start: () => Promise<Run>): Promise<Run> {
    const { stack } = this;
    const current = stack.at(-1);
    if (current !== undefined) return current;
    const starting = this.#starting.get(stack) ?? start();
    this.#starting.set(stack, starting);
    try {
      return await starting;
    } finally {
      this.#starting.delete(stack);
    }
  }

  /** Models that the run is known to have logged at the step. */
  modelIdsAt(run: Run, step: number): string[] {
    const outputs = [...run.outputs.modelOutputs, ...(this.#outputs.get(run.info.runId) ?? [])];
    return outputs.filter((output) => output.step === step).map(({ modelId }) => modelId);
  }

  noteOutput(runId: string, output: ModelOutput): void {
    this.#outputs.set(runId, [...(this.#outputs.get(runId) ?? []), output]);
  }

  #noteStarted(run: Run): void {
    this.#lastId = run.info.runId;
  }
}
