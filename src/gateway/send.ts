import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Upstream } from './upstream.ts';

export interface Sending {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  /** Bytes can be sent again; a stream cannot. */
  readonly body: Uint8Array | Readable;
  readonly signal: AbortSignal;
}

/**
 * Sends a request and gives its answer as soon as that begins. A request that dies on a kept connection before a
 * single byte of answer is sent once more, on a new one, be it a POST: the server had closed the connection before
 * the request came. Had the server died over it instead, the new connection is refused.
 */
export async function send(upstream: Upstream, sending: Sending): Promise<IncomingMessage> {
  const { body } = sending;
  if (!(body instanceof Uint8Array)) return await answerTo(open(upstream, sending, true), body);
  const request = open(upstream, sending, false);
  const received = { before: 0 };
  request.once('socket', (socket) => (received.before = socket.bytesRead));
  try {
    return await answerTo(request, body);
  } catch (error) {
    const unread = (request.socket?.bytesRead ?? received.before) === received.before;
    if (!request.reusedSocket || !unread || !isUnreachable(error)) throw error;
    return await answerTo(open(upstream, sending, true), body);
  }
}

function open(upstream: Upstream, sending: Sending, alone: boolean): ClientRequest {
  const { method, path, headers, signal } = sending;
  return upstream.open(method, path, headers, { alone, signal });
}

async function answerTo(
  request: ClientRequest,
  body: Uint8Array | Readable,
): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    request.once('response', resolve);
    // After the answer, it is the answer's own stream that tells.
    request.on('error', reject);
    if (!(body instanceof Uint8Array)) body.pipe(request);
    else if (body.length > 0) request.end(body);
    else request.end();
  });
}

/** Whether an error says that the server is not there, or not any more. */
export function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return UNREACHABLE.has(code);
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
