import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Json } from '../judge/snapshot.ts';

/**
 * Answers in place of MLflow. An answer that has begun already is cut instead.
 *
 * @returns the length of the body, in bytes
 */
export function answerHere(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  status: number,
  body: Json,
  headers: OutgoingHttpHeaders = {},
): number {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return 0;
  }
  // What the client still sends is read to its end: it looks for the answer only then.
  incoming.unpipe();
  incoming.resume();
  const text = Buffer.from(JSON.stringify(body));
  outgoing
    .writeHead(status, {
      'content-type': 'application/json',
      'content-length': text.length,
      ...headers,
    })
    .end(text);
  return text.length;
}
