/** Says when the next request may pass, so that `perSecond` are not exceeded in the long run. */
export interface Pace {
  /** Milliseconds to wait; null when that would be longer than `longestWaitMs`, and no turn is taken. */
  take(now: number): number | null;
}

/** @param burst requests that may pass at once after a pause */
export function createPace(perSecond: number, burst: number, longestWaitMs: number): Pace {
  const stepMs = 1000 / perSecond;
  let next = -Infinity;
  return {
    take(now) {
      const turn = Math.max(next, now - (burst - 1) * stepMs);
      const waitMs = Math.max(0, turn - now);
      if (waitMs > longestWaitMs) return null;
      next = turn + stepMs;
      return waitMs;
    },
  };
}
