import type { Json } from '../judge/snapshot.ts';

/** Why the gateway did not pass a request on; a report says it in the reader's language. */
export type Reason = PolicyReason | LimitReason;

export type PolicyReason =
  /** A call of MLflow that submissions are not offered. */
  | 'not-offered'
  /** An artifact outside what is the submission's own. */
  | 'artifact-path'
  /** A model version whose files are elsewhere. */
  | 'model-source'
  /** An experiment whose files are elsewhere. */
  | 'artifact-location'
  /** No request that an MLflow client sends. */
  | 'malformed';

export type LimitReason =
  | 'body-size'
  | 'upload-size'
  | 'total-size'
  | 'requests'
  | 'rate'
  | 'connections'
  | 'slow'
  | 'runs'
  | 'experiments'
  | 'logged-models'
  | 'registered-models'
  | 'model-versions'
  | 'model-servers';

/** An answer in MLflow's own form, given in MLflow's place. */
export interface Refusal {
  readonly status: number;
  /** One of MLflow's, which its clients show with the message. */
  readonly code: string;
  /** English, as MLflow's own. */
  readonly message: string;
  readonly reason: Reason;
  /** The limit that was reached, in its unit (MB for sizes). */
  readonly limit?: number;
  /** When it is worth trying again, in seconds. */
  readonly retryAfterS?: number;
}

/** A refusal for good: no client repeats a 403. */
export function forbid(reason: Reason, message: string): Refusal {
  return { status: 403, code: 'PERMISSION_DENIED', message, reason };
}

export function malformed(message: string, status = 400): Refusal {
  return { status, code: 'BAD_REQUEST', message, reason: 'malformed' };
}

/** As `forbid`, for a limit. */
export function limited(reason: LimitReason, limit: number, message: string): Refusal {
  return { ...forbid(reason, message), limit };
}

/** Clients repeat a 429 after the time it tells. */
export const TOO_FAST: Refusal = {
  status: 429,
  code: 'REQUEST_LIMIT_EXCEEDED',
  message: 'Too many requests at once: try again in a second',
  reason: 'rate',
  retryAfterS: 1,
};

export function tooLarge(
  reason: 'body-size' | 'upload-size' | 'total-size',
  bytes: number,
): Refusal {
  const what = {
    'body-size': 'One request may hold at most',
    'upload-size': 'One uploaded file may have at most',
    'total-size': 'All that a submission sends may have at most',
  }[reason];
  // Not 429, which clients repeat: it would be too large again.
  const limit = Math.round(bytes / 1024 / 102.4) / 10;
  const message = `${what} ${limit} MB`;
  return { status: 413, code: 'REQUEST_LIMIT_EXCEEDED', message, reason, limit };
}

/** The body of the answer. MLflow's clients read the first two fields and ignore the others. */
export function toErrorJson({ code, message, reason, limit }: Refusal): {
  readonly [key: string]: Json;
} {
  return { error_code: code, message, refused: reason, ...(limit !== undefined && { limit }) };
}
