import { setTimeout as sleep } from 'node:timers/promises';

/** How often and how long a call that may safely be repeated is repeated. */
export interface RetryOptions {
  /** Attempts after the first. */
  readonly retries: number;
  /** Wait before the first repetition; doubled each time, half of it random. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

export const DEFAULT_RETRY: RetryOptions = { retries: 5, firstWaitMs: 250, longestWaitMs: 10_000 };

/** The statuses that Python's client takes for passing troubles. */
const PASSING_STATUSES = new Set([408, 429, 500, 502, 503, 504]);

/** Neither a refused connection nor a time-out is among them: these are better said at once. */
const PASSING_CODES = new Set(['ECONNRESET', 'EPIPE', 'EAI_AGAIN']);

export function isPassingStatus(status: number): boolean {
  return PASSING_STATUSES.has(status);
}

/**
 * Whether the server itself says that it did not process the request, so that even a call which creates
 * something may be sent again. Python's client repeats every call after every passing status; but a 500, 502 or
 * 504, and a proxy's bare 503, may come after MLflow has done the work.
 * https://www.rfc-editor.org/rfc/rfc6585#section-4
 */
export function isUnprocessed(status: number, retryAfter: string | null): boolean {
  return status === 429 || (status === 503 && retryAfter !== null);
}

export function isPassingCode(code: string): boolean {
  return PASSING_CODES.has(code);
}

/** The wait before repetition `attempt` (0 is the first), at least what `Retry-After` asked for. */
export function waitMs(attempt: number, options: RetryOptions, retryAfter: string | null): number {
  const full = Math.min(options.firstWaitMs * 2 ** attempt, options.longestWaitMs);
  const jittered = full / 2 + (Math.random() * full) / 2;
  const asked = Number(retryAfter ?? 0) * 1000;
  return asked > jittered ? Math.min(asked, options.longestWaitMs) : jittered;
}

export async function pause(durationMs: number): Promise<void> {
  await sleep(durationMs);
}
