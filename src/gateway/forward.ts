import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { RequestFact } from '../judge/snapshot.ts';
import { capture } from './capture.ts';
import type { Upstream } from './upstream.ts';

export interface Forwarding {
  readonly upstream: Upstream;
  /** Path and query for the upstream. */
  readonly path: string;
  /** Sent whatever the client sent under these names; undefined takes the client's away. */
  readonly headers: OutgoingHttpHeaders;
  /** Called, and waited for, when the connection to the upstream broke, not when the client hung up. */
  readonly onBroken: () => Promise<void>;
}

/** The fact of a forwarded request, with the start of the answer where that is a 5xx. */
export interface Forwarded {
  readonly fact: RequestFact;
  readonly failure: string | null;
}

/**
 * Passes a request on and its answer back, both as streams at the pace of the slower side.
 *
 * @returns null when the client hung up before the whole answer came through
 */
export async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { upstream, path, headers, onBroken }: Forwarding,
): Promise<Forwarded | null> {
  const at = Date.now();
  const method = incoming.method ?? 'GET';
  const keep = capture(incoming.url ?? '/');
  const request = upstream.open(method, path, without({ ...incoming.headers, ...headers }));
  let hungUp = false;
  let answered = false;
  const upstreams = { broken: null as Promise<void> | null };
  const notice = (error: Error) => {
    if (!hungUp && isUnreachable(error)) upstreams.broken ??= onBroken();
  };
  outgoing.once('close', () => {
    hungUp = !outgoing.writableFinished;
    if (hungUp) request.destroy();
  });
  // An aborted upload is seen as the closing of `outgoing`.
  incoming.on('error', () => undefined);
  const sent = keep.request(incoming);
  const fact = (status: number): RequestFact => ({
    method,
    path: incoming.url ?? '/',
    status,
    requestBytes: sent.bytes(),
    responseBytes: 0,
    at,
    durationMs: Date.now() - at,
    body: sent.json(),
    answer: null,
  });
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', (answer) => {
        answered = true;
        resolve(answer);
      });
      // After the answer, it is the answer's own stream that tells.
      request.on('error', (error) => {
        if (!answered) notice(error);
        reject(error);
      });
      incoming.pipe(request);
    });
    response.on('error', notice);
    const status = response.statusCode ?? 502;
    outgoing.writeHead(status, response.headers);
    const received = keep.response(response, status);
    await pipeline(response, outgoing);
    return {
      fact: { ...fact(status), responseBytes: received.bytes(), answer: received.json() },
      failure: status >= 500 ? received.start() : null,
    };
  } catch {
    await upstreams.broken;
    refuse(incoming, outgoing);
    if (upstreams.broken === null) return null;
    const requestBytes = Number(incoming.headers['content-length'] ?? sent.bytes());
    return { fact: { ...fact(503), requestBytes }, failure: 'the connection broke' };
  }
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  // What the client still sends is read to its end: it looks for the answer only then.
  incoming.unpipe();
  incoming.resume();
  const answer = { error_code: 'TEMPORARILY_UNAVAILABLE', message: 'MLflow does not answer' };
  outgoing.writeHead(503, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

function without(headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}

function isUnreachable(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return [
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
  ].includes(code);
}
