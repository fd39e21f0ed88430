import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json, RequestFact } from '../judge/snapshot.ts';
import { forward } from './forward.ts';
import { createUpstream, type Upstream } from './upstream.ts';

/** The one address of MLflow that a submission is given: it forwards, pins the workspace and records. */
export interface Gateway extends AsyncDisposable {
  /** What the submission uses as its tracking URI; on a socket file, `unix:` and its path. */
  readonly uri: string;
  /** Every request that was answered so far. */
  readonly requests: readonly RequestFact[];
  /** True once MLflow could not be reached: what happened since says nothing about the submission. */
  readonly lostServer: boolean;
  /** Requests of the submission whose last answer from MLflow was a 5xx. */
  readonly failures: readonly Failure[];
}

/** A 5xx of MLflow. */
export interface Failure {
  readonly fact: RequestFact;
  /** The start of the answer. */
  readonly text: string;
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
  /** Called when MLflow cannot be reached. */
  readonly onLost?: () => void;
  /** Listens on this socket file, for every user of this machine that can reach it, and on no port. */
  readonly socketPath?: string | undefined;
}

const HEALTH_LIMIT_MS = 5000;

/** Starts a gateway on a free port of this machine's loopback, or on a socket file. Bodies are streamed, never held whole. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const mlflow = createUpstream(options.target);
  const headers = { 'x-mlflow-workspace': options.workspace };
  const requests: RequestFact[] = [];
  const failures = new Map<string, Failure>();
  let lostServer = false;
  const server = createServer({ noDelay: true }, (incoming, outgoing) => {
    void answer(incoming, outgoing).catch(() => outgoing.destroy());
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = incoming.url ?? '';
    if (!path.startsWith('/')) {
      outgoing.writeHead(400).end();
      return;
    }
    if (path.startsWith('/workshop/') && options.route !== undefined) {
      const at = Date.now();
      await answerRoute(await options.route(incoming), at, incoming, outgoing);
      return;
    }
    const onBroken = async () => {
      // A server that refuses an upload may hang up before it is through: then it is still there.
      if (incoming.method === 'PUT' && (await answers(mlflow))) return;
      lostServer = true;
      options.onLost?.();
    };
    const done = await forward(incoming, outgoing, { upstream: mlflow, path, headers, onBroken });
    if (done === null) return;
    const { fact, failure } = done;
    requests.push(fact);
    const line = `${fact.method} ${fact.path}`;
    if (failure === null) failures.delete(line);
    else failures.set(line, { fact, text: failure });
  }

  async function answerRoute(
    routed: Routed,
    at: number,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> {
    if ('forwardTo' in routed) {
      const { origin, pathname, search } = new URL(routed.forwardTo);
      using upstream = createUpstream(origin);
      // A model server that is gone is no loss of MLflow: the submission may have stopped it itself.
      const to = {
        upstream,
        path: pathname + search,
        headers: {},
        onBroken: async () => undefined,
      };
      const done = await forward(incoming, outgoing, to);
      if (done !== null) requests.push(done.fact);
      return;
    }
    const { status, body, answer } = routed;
    const text = JSON.stringify(answer);
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(text);
    requests.push({
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      status,
      requestBytes: Number(incoming.headers['content-length'] ?? 0),
      responseBytes: text.length,
      at,
      durationMs: Date.now() - at,
      body,
      answer,
    });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    const { socketPath: path } = options;
    const where =
      path === undefined
        ? { port: 0, host: '127.0.0.1' }
        : { path, readableAll: true, writableAll: true };
    server.listen(where, resolve);
  });
  return {
    uri: addressOf(server.address()),
    requests,
    get lostServer() {
      return lostServer;
    },
    get failures() {
      return [...failures.values()];
    },
    async [Symbol.asyncDispose]() {
      mlflow[Symbol.dispose]();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Whether a server takes requests. */
async function answers(upstream: Upstream): Promise<boolean> {
  return await new Promise((resolve) => {
    const request = upstream.open('GET', '/health', {});
    request.setTimeout(HEALTH_LIMIT_MS, () => request.destroy());
    request.once('error', () => resolve(false));
    request.once('response', (response) => {
      response.resume();
      resolve(true);
    });
    request.end();
  });
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null) throw new Error('the gateway does not listen');
  return typeof address === 'string' ? `unix:${address}` : `http://127.0.0.1:${address.port}`;
}
