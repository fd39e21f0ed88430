import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { Json, RequestFact } from '../judge/snapshot.ts';
import { capture } from './capture.ts';

/** The one address of MLflow that a submission is given: it forwards, pins the workspace and records. */
export interface Gateway extends AsyncDisposable {
  /** What the submission uses as its tracking URI. */
  readonly uri: string;
  /** Every request so far, in order of arrival. */
  readonly requests: readonly RequestFact[];
  /** True once MLflow could not be reached: what happened since says nothing about the submission. */
  readonly lostServer: boolean;
}

/** What becomes of a request under `/workshop/`: another target (a whole URL), or an answer at once. */
export type Routed =
  | { readonly forwardTo: string }
  | { readonly status: number; readonly body: Json; readonly answer: Json };

export type Route = (request: IncomingMessage) => Promise<Routed>;

export interface GatewayOptions {
  /** MLflow's own address. */
  readonly target: string;
  /** Sent as `X-MLFLOW-WORKSPACE` whatever the submission sent; none on a server without workspaces. */
  readonly workspace?: string | undefined;
  /** Decides on `/workshop/…`; without it those paths are MLflow's to refuse. */
  readonly route?: Route;
}

/** Starts a gateway on a free port of this machine's loopback. Bodies are streamed, never held whole. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const agent = new Agent({ keepAlive: true });
  const requests: RequestFact[] = [];
  const state = { lostServer: false };
  const server = createServer({ noDelay: true }, (incoming, outgoing) => {
    void answer(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = incoming.url ?? '/';
    if (!path.startsWith('/workshop/') || options.route === undefined) {
      await forward(new URL(path, options.target), incoming, outgoing);
      return;
    }
    const at = Date.now();
    const routed = await options.route(incoming);
    if ('forwardTo' in routed) {
      await forward(new URL(routed.forwardTo), incoming, outgoing);
      return;
    }
    const { status, body, answer } = routed;
    const text = JSON.stringify(answer);
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(text);
    const sizes = {
      requestBytes: Number(incoming.headers['content-length'] ?? 0),
      responseBytes: text.length,
    };
    const method = incoming.method ?? 'GET';
    requests.push({
      method,
      path,
      status,
      ...sizes,
      at,
      durationMs: Date.now() - at,
      body,
      answer,
    });
  }

  async function forward(url: URL, incoming: IncomingMessage, outgoing: ServerResponse) {
    const started = Date.now();
    const path = incoming.url ?? '/';
    const keep = capture(path);
    const { 'x-mlflow-workspace': _theirs, ...headers } = incoming.headers;
    const upstream = request({
      agent,
      host: url.hostname,
      port: url.port,
      method: incoming.method,
      path: url.pathname + url.search,
      headers: {
        ...headers,
        host: url.host,
        ...(options.workspace !== undefined && { 'x-mlflow-workspace': options.workspace }),
      },
    });
    const sent = keep.request(incoming);
    try {
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        upstream.once('response', resolve);
        upstream.once('error', reject);
      });
      const [response] = await Promise.all([answered, pipeline(incoming, upstream)]);
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      const received = keep.response(response);
      await pipeline(response, outgoing);
      requests.push({
        method: incoming.method ?? 'GET',
        path,
        status: response.statusCode ?? 502,
        requestBytes: sent.bytes(),
        responseBytes: received.bytes(),
        at: started,
        durationMs: Date.now() - started,
        body: sent.json(),
        answer: received.json(),
      });
    } catch (error) {
      // A submission that hangs up early is its own business; MLflow gone is ours.
      if (!incoming.destroyed || !outgoing.destroyed) state.lostServer ||= isUnreachable(error);
      if (!outgoing.headersSent) {
        outgoing.writeHead(503, { 'content-type': 'application/json' });
        outgoing.end(
          JSON.stringify({
            error_code: 'TEMPORARILY_UNAVAILABLE',
            message: 'MLflow does not answer',
          }),
        );
      } else outgoing.destroy();
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    uri: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    get lostServer() {
      return state.lostServer;
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the gateway has no port');
  return address.port;
}

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND'].includes(String(error.code))
  );
}
