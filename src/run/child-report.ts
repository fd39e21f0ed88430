import { writeFileSync } from 'node:fs';
import { textOf } from './child-error.ts';
import { RETURN_LIMIT, type Report } from './job.ts';

type Failed = Extract<Report, { error: unknown }>;

/** What the child has to say, held back until nothing is left to do. */
export interface ChildReport {
  /** Nothing was said so far: neither a value nor an error. */
  readonly empty: boolean;
  /** Takes what the default function returned. */
  returned(value: unknown): void;
  /** Takes what went wrong; only the first counts, and it counts more than a value. */
  failed(report: Failed): void;
  /** Writes it, once. */
  write(): void;
}

// Taken before the submission is loaded, which could put others in their place and learn the nonce.
const { stringify } = JSON;
const writeFile = writeFileSync;

/** @param nonce what the report begins with, and nothing that the submission writes */
export function createReport(nonce: string): ChildReport {
  let line: string | null = null;
  let hasFailed = false;
  let written = false;
  return {
    get empty() {
      return line === null;
    },
    returned(value) {
      if (hasFailed) return;
      const json = toJson(value);
      line = typeof json === 'string' ? `{"kind":"returned","value":${json}}` : stringify(json);
    },
    failed(report) {
      if (hasFailed) return;
      hasFailed = true;
      line = stringify(report);
    },
    write() {
      if (written || line === null) return;
      written = true;
      writeFile(3, `${nonce}${line}\n`);
    },
  };
}

/** The value as JSON, or why it has none. */
function toJson(value: unknown): string | Failed {
  try {
    const json = stringify(value ?? null) ?? 'null';
    return Buffer.byteLength(json) > RETURN_LIMIT ? TOO_LARGE : json;
  } catch (error) {
    const [message = ''] = error instanceof Error ? textOf(error.message).split('\n') : [];
    // So does V8 when the JSON is longer than any string.
    return message === 'Invalid string length' ? TOO_LARGE : unreadable('NOT_JSON', message);
  }
}

const TOO_LARGE = unreadable('TOO_LARGE', `more than ${RETURN_LIMIT} bytes of JSON`);

function unreadable(reason: string, message: string): Failed {
  const code = `RETURNED_${reason}`;
  const error = { name: 'UnreadableReturn', message: message.slice(0, 1000), line: null, code };
  return { kind: 'unreadable-return', error };
}
