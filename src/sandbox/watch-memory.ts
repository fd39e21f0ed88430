/** How often the memory of a program is added up, in milliseconds. */
const LOOK_MS = 100;

export interface MemoryWatch extends Disposable {
  /** The most that was seen, in bytes; null before the first look. */
  readonly most: number | null;
}

/**
 * Adds up the memory of a program again and again, until disposed.
 *
 * @param look what it uses now, in bytes; null while there is nothing to look at
 * @param onExceeded called at each look that finds more than `limitBytes`
 */
export function watchMemory(
  look: () => number | null,
  limitBytes: number,
  onExceeded: () => void,
): MemoryWatch {
  let most: number | null = null;
  const timer = setInterval(() => {
    const now = look();
    if (now === null) return;
    most = Math.max(most ?? 0, now);
    if (now > limitBytes) onExceeded();
  }, LOOK_MS);
  return {
    get most() {
      return most;
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
