import { refuse } from './refusal.ts';

/** What one submission may cost. */
export interface Limits {
  /** One file that counts, in bytes. */
  readonly fileBytes: number;
  /** Archives taken out of archives, in bytes, all together. */
  readonly archiveBytes: number;
  /** Files and folders, archives' content included. */
  readonly entries: number;
  /** Archives opened. */
  readonly archives: number;
  /** Archives inside each other. */
  readonly nesting: number;
  /** Folders inside each other. */
  readonly depth: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 1_048_576,
  archiveBytes: 536_870_912,
  // A submission with its node_modules has some 30,000.
  entries: 100_000,
  archives: 20,
  nesting: 3,
  depth: 30,
};

/** Counts what one submission costs and refuses more than it may. */
export interface Budget {
  readonly limits: Limits;
  readonly takeEntries: (count: number) => void;
  readonly takeArchive: () => void;
  readonly takeArchiveBytes: (count: number) => void;
}

export function startBudget(limits: Limits): Budget {
  let entries = 0;
  let archives = 0;
  let archiveBytes = 0;
  return {
    limits,
    takeEntries(count) {
      entries += count;
      if (entries > limits.entries) {
        throw refuse('submission.too-many-entries', { limit: limits.entries });
      }
    },
    takeArchive() {
      archives += 1;
      if (archives > limits.archives) {
        throw refuse('submission.too-many-archives', { limit: limits.archives });
      }
    },
    takeArchiveBytes(count) {
      archiveBytes += count;
      if (archiveBytes > limits.archiveBytes) {
        throw refuse('submission.archive-too-large', {
          limit: Math.floor(limits.archiveBytes / 1_048_576),
        });
      }
    },
  };
}
