import type { Json } from '../judge/snapshot.ts';

/** What the child process is told, as JSON on its standard input. */
export interface Job {
  /** Absolute path of the submission. */
  readonly file: string;
  readonly trackingUri: string;
  /** Absolute path of customer_data.csv. */
  readonly csv: string;
  readonly userName: string;
}

/** What the child process says, as one line of JSON on file descriptor 3. */
export type Report =
  | { readonly kind: 'returned'; readonly value: Json }
  | {
      readonly kind: 'threw' | 'syntax-error' | 'no-default-export';
      readonly error: {
        readonly name: string;
        readonly message: string;
        readonly line: number | null;
      };
    };
