/** How fast submissions are graded. */
export interface Rate {
  readonly perMinute: number;
  /** Seconds until the rest is done at this rate; null before anything is. */
  readonly secondsLeft: number | null;
}

/** @param elapsedMs since the first of this command was begun. @param done by this command */
export function rateOf(done: number, left: number, elapsedMs: number): Rate {
  const perMinute = elapsedMs > 0 ? (done * 60_000) / elapsedMs : 0;
  return { perMinute, secondsLeft: done === 0 ? null : Math.ceil((left / perMinute) * 60) };
}
