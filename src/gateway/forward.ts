import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestFact } from '../judge/snapshot.ts';
import { answerHere } from './answer-here.ts';
import { capture, type Captured } from './capture.ts';
import { toClientHeaders } from './headers.ts';
import { readOrigin } from './origin.ts';
import { isUnreachable, send } from './send.ts';
import type { Upstream } from './upstream.ts';

export interface Forwarding {
  readonly upstream: Upstream;
  /** Path and query for the upstream. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Uint8Array | Readable;
  /** Called, and waited for, when the connection to the upstream broke, not when the client hung up. */
  readonly onBroken: () => Promise<void>;
  /** Called each time that the upstream has said nothing for so long. */
  readonly silenceMs: number;
  readonly onSilent: () => void;
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
  { upstream, path, headers, body, onBroken, silenceMs, onSilent }: Forwarding,
): Promise<Forwarded | null> {
  const at = Date.now();
  const method = incoming.method ?? 'GET';
  const shownPath = incoming.url ?? '/';
  const keep = capture(method, shownPath);
  const hungUp = hangUpOf(outgoing);
  // An aborted upload is seen as the closing of `outgoing`.
  incoming.on('error', () => undefined);
  const sent = keep.request(body);
  const fact = (status: number, received: Captured | null): RequestFact => ({
    method,
    path: shownPath,
    status,
    requestBytes: sent.bytes(),
    responseBytes: received?.bytes() ?? 0,
    at,
    durationMs: Date.now() - at,
    origin: readOrigin(incoming.headers),
    ...keep.facts(sent, received),
  });
  let cut = false;
  const silence = setInterval(onSilent, silenceMs);
  try {
    const response = await send(upstream, { method, path, headers, body, signal: hungUp });
    clearInterval(silence);
    upstream.heard(response);
    // Told before the client's side is closed for it, which would look like the client hanging up.
    response.once('error', (error) => (cut = !hungUp.aborted && isUnreachable(error)));
    const status = response.statusCode ?? 502;
    outgoing.writeHead(status, toClientHeaders(response.headers));
    const received = keep.response(response, status);
    await pipeline(response, outgoing);
    return {
      fact: fact(status, received),
      failure: status >= 500 ? received.start() : null,
    };
  } catch (error) {
    if (hungUp.aborted && !cut) return null;
    const unreachable = cut || isUnreachable(error);
    if (unreachable) await onBroken();
    answerHere(incoming, outgoing, 503, {
      error_code: 'TEMPORARILY_UNAVAILABLE',
      message: 'MLflow does not answer',
    });
    if (!unreachable) return null;
    const requestBytes = Number(incoming.headers['content-length'] ?? sent.bytes());
    return { fact: { ...fact(503, null), requestBytes }, failure: 'the connection broke' };
  } finally {
    clearInterval(silence);
  }
}

/** Aborted when the client is gone before its whole answer. */
function hangUpOf(outgoing: ServerResponse): AbortSignal {
  const controller = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  return controller.signal;
}
