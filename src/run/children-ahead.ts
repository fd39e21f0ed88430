import type { WaitingChild } from './run-submission.ts';

/** Children started before they are needed: the next one loads the workshop while something else happens. */
export interface ChildrenAhead extends Disposable {
  /** The one that waits, or a new one. */
  take(): WaitingChild;
  /** Starts one to wait, when none does. */
  prepare(): void;
}

/** @param atOnce whether the first is started now, and not when it is taken */
export function childrenAhead(start: () => WaitingChild, atOnce = true): ChildrenAhead {
  let waiting: WaitingChild | null = atOnce ? start() : null;
  return {
    take() {
      const child = waiting ?? start();
      waiting = null;
      return child;
    },
    prepare() {
      waiting ??= start();
    },
    [Symbol.dispose]() {
      waiting?.[Symbol.dispose]();
      waiting = null;
    },
  };
}
