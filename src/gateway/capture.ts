import type { Readable } from 'node:stream';
import type { Json } from '../judge/snapshot.ts';

/** Larger bodies are counted but not kept, in bytes. */
const LIMIT = 256 * 1024;

/** Paths whose JSON is evidence: how runs were searched, which rows were scored and what came back. */
const EVIDENCE = /\/(runs\/search|invocations)(\?|$)/;

interface Captured {
  bytes(): number;
  json(): Json;
}

/** Watches a request and its response while they stream past. */
export function capture(path: string) {
  const wanted = EVIDENCE.test(path);
  return {
    request: (stream: Readable) => watch(stream, wanted),
    response: (stream: Readable) => watch(stream, wanted),
  };
}

function watch(stream: Readable, wanted: boolean): Captured {
  let bytes = 0;
  const kept: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (wanted && bytes <= LIMIT) kept.push(chunk);
  });
  // Attaching a listener starts the flow; the pipe that follows in the same tick is what reads.
  stream.pause();
  return {
    bytes: () => bytes,
    json: () => (wanted && bytes <= LIMIT ? parse(Buffer.concat(kept).toString('utf8')) : null),
  };
}

function parse(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
