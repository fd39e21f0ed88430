import type { Server } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RequestFact } from '../judge/snapshot.ts';
import type { Ledger } from './ledger.ts';
import { malformed, toErrorJson, type Refusal } from './refusal.ts';

/** Answers and records what never becomes a request: broken HTTP, CONNECT, too slow, too many connections. */
export function watchConnections(server: Server, ledger: Ledger): void {
  const refuse = (refusal: Refusal, method: string, target: string) =>
    ledger.refused(factOf(refusal, method, target), refusal.reason);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const refusal = refusalOf(error.code);
    refuse(refusal, '?', '?');
    close(socket, refusal);
  });
  server.on('connect', (request, socket) => {
    const refusal = malformed('This is no proxy to other servers', 405);
    refuse(refusal, 'CONNECT', request.url ?? '');
    close(socket, refusal);
  });
  server.on('drop', () => refuse(TOO_MANY, '?', '?'));
}

const TOO_MANY: Refusal = {
  status: 503,
  code: 'REQUEST_LIMIT_EXCEEDED',
  message: 'Too many connections at once',
  reason: 'connections',
};

function refusalOf(code: string | undefined): Refusal {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { ...malformed('The request took too long to arrive', 408), reason: 'slow' };
    case 'HPE_HEADER_OVERFLOW':
      return malformed('The address and headers of the request are too long', 431);
    default:
      return malformed('This is no HTTP request');
  }
}

/** Writes the answer by hand: no request was read that Node could answer. */
function close(socket: Duplex, refusal: Refusal): void {
  const text = JSON.stringify(toErrorJson(refusal));
  const lines = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${text}`);
}

function factOf(refusal: Refusal, method: string, path: string): RequestFact {
  return {
    method,
    path,
    status: refusal.status,
    requestBytes: 0,
    responseBytes: 0,
    at: Date.now(),
    durationMs: 0,
    body: null,
    answer: toErrorJson(refusal),
    origin: null,
    wrote: null,
  };
}
