import type { Readable, Writable } from 'node:stream';

/** A started process, wherever it runs: plain on this machine, or in a sandbox. */
export interface Program extends Disposable {
  readonly stdin: Writable;
  /** What it prints, whichever stream it prints to. */
  readonly output: readonly Readable[];
  /** Its file descriptor 3. */
  readonly report: Readable;
  /** When it and what it left running are dead; rejects when it could not be started. */
  readonly ended: Promise<Ending>;
  /** Kills it and everything it started; `ended` says when that is done. */
  kill(): void;
}

export interface Ending {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  /** The limit that it was killed for; null when it ended otherwise. */
  readonly limit: 'memory' | 'cpu' | null;
  /** The most memory that it was seen to use, with what it started; null where nobody looked. */
  readonly memoryBytes: number | null;
}
