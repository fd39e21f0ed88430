import type { Execution, Json } from '../judge/snapshot.ts';

/** What a submission is run with. */
export interface Job {
  /** Absolute path of the submission. */
  readonly file: string;
  readonly trackingUri: string;
  readonly userName: string;
}

/** What the child process is told, as JSON on its standard input. */
export interface GivenJob extends Job {
  /** Opens the report: what the submission writes to that descriptor itself does not begin so. */
  readonly nonce: string;
}

/**
 * What the child process says on file descriptor 3: the nonce, and this as one line of JSON. The last such line counts:
 * of a notebook that was stopped, it names the cell that ran.
 */
export type Report = Running | (Pick<Execution, 'stoppedAt' | 'elsewhere'> & Ended);

interface Running {
  readonly kind: 'running';
  readonly stoppedAt: number;
}

type Ended =
  | { readonly kind: 'returned'; readonly value: Json }
  | {
      readonly kind: Trouble;
      readonly error: NonNullable<Execution['error']>;
      /** What there was before the error; a program in Python leaves that much. */
      readonly value?: Json;
    };

/** An ending that the child sees itself. */
export type Trouble = 'threw' | 'syntax-error' | 'no-default-export' | 'unreadable-return';

/** What the child writes to file descriptor 3 first, when nothing of ours can go wrong any more. */
export const READY = 'ready\n';

/** What it writes next, when nothing of ours is left to do before the submission: what ends earlier ends for our sake. */
export const BEGUN = 'begun\n';

/** What a returned value may take as JSON, in bytes. */
export const RETURN_LIMIT = 1024 * 1024;
