import type { Readable } from 'node:stream';
import { parseJson } from '../judge/parse-json.ts';
import type { Json, RequestFact } from '../judge/snapshot.ts';
import { readWrote, writes } from './wrote.ts';

/** Larger bodies are counted but not kept, in bytes. */
const LIMIT = 256 * 1024;
/** Larger writes are not looked into, in bytes. */
const WRITE_LIMIT = 64 * 1024;
/** What is kept of a server error, in bytes. */
const ERROR_LIMIT = 2048;

/** Paths whose JSON is evidence: how runs were searched, whose latest version, which rows were scored. */
const EVIDENCE = /\/(runs\/search|get-latest-versions|invocations)(\?|$)/;

export interface Captured {
  bytes(): number;
  json(): Json;
  /** The beginning as text, as far as it was kept. */
  start(): string;
}

/** Watches a request and its response while they stream past. */
export function capture(method: string, path: string) {
  const isEvidence = EVIDENCE.test(path);
  const isWrite = writes(method, path);
  const limit = isEvidence ? LIMIT : isWrite ? WRITE_LIMIT : 0;
  return {
    request: (body: Uint8Array | Readable) =>
      body instanceof Uint8Array ? whole(body, limit) : watch(body, limit),
    response: (stream: Readable, status: number) =>
      watch(stream, status >= 500 ? Math.max(limit, ERROR_LIMIT) : limit),
    /** What is recorded of both. @param received null when no answer came */
    facts(
      sent: Captured,
      received: Captured | null,
    ): Pick<RequestFact, 'body' | 'answer' | 'wrote'> {
      const [body, answer] = [sent.json(), received?.json() ?? null];
      if (isEvidence) return { body, answer, wrote: null };
      return { body: null, answer: null, wrote: isWrite ? readWrote(path, body, answer) : null };
    },
  };
}

function whole(body: Uint8Array, limit: number): Captured {
  const start = () => Buffer.from(body.subarray(0, limit)).toString('utf8');
  return {
    bytes: () => body.length,
    json: () => (body.length <= limit ? parse(start()) : null),
    start,
  };
}

function watch(stream: Readable, limit: number): Captured {
  let bytes = 0;
  const kept: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    if (bytes < limit) kept.push(chunk.subarray(0, limit - bytes));
    bytes += chunk.length;
  });
  // Attaching a listener starts the flow; the pipe that follows in the same tick is what reads.
  stream.pause();
  const start = () => Buffer.concat(kept).toString('utf8');
  return { bytes: () => bytes, json: () => (bytes <= limit ? parse(start()) : null), start };
}

function parse(text: string): Json {
  return parseJson(text) ?? null;
}
