import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json, RequestFact } from '../judge/snapshot.ts';
import { answerHere } from './answer-here.ts';
import { forward } from './forward.ts';
import { toMlflowHeaders } from './headers.ts';
import { readOrigin } from './origin.ts';
import { createUpstream } from './upstream.ts';

/** What becomes of a request under `/workshop/`: another target (a whole URL), or an answer at once. */
export type Routed =
  | { readonly forwardTo: string }
  | { readonly status: number; readonly body: Json; readonly answer: Json };

export type Route = (request: IncomingMessage) => Promise<Routed>;

/** @returns null when the client hung up before the whole answer came through */
export async function forwardRouted(
  routed: Routed,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  at: number,
): Promise<RequestFact | null> {
  if ('forwardTo' in routed) {
    const { origin, pathname, search } = new URL(routed.forwardTo);
    using upstream = createUpstream(origin);
    const done = await forward(incoming, outgoing, {
      upstream,
      path: pathname + search,
      headers: toMlflowHeaders(incoming.headers, undefined),
      body: incoming,
      // A model server that is gone is no loss of MLflow: the submission may have stopped it itself.
      onBroken: async () => undefined,
      silenceMs: 60_000,
      onSilent: () => undefined,
    });
    return done?.fact ?? null;
  }
  const { status, body, answer } = routed;
  const responseBytes = answerHere(incoming, outgoing, status, answer);
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    status,
    requestBytes: Number(incoming.headers['content-length'] ?? 0),
    responseBytes,
    at,
    durationMs: Date.now() - at,
    body,
    answer,
    origin: readOrigin(incoming.headers),
    wrote: null,
  };
}
