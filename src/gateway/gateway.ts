import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestFact } from '../judge/snapshot.ts';
import { answersHealth } from './ask-health.ts';
import { createLedger, type Failure } from './ledger.ts';
import { DEFAULT_LIMITS, type GatewayLimits } from './limits.ts';
import { createReceiver } from './receive.ts';
import type { Reason } from './refusal.ts';
import type { Route } from './route.ts';
import { createUpstream } from './upstream.ts';
import { watchConnections } from './watch-connections.ts';

/**
 * The one address of MLflow that a submission is given: it forwards what submissions are offered, refuses the rest,
 * pins the workspace, bounds and records.
 */
export interface Gateway extends AsyncDisposable {
  /** What the submission uses as its tracking URI; on a socket file, `unix:` and its path. */
  readonly uri: string;
  /** The requests that were answered so far, refused ones included, in order; of a flood, the most telling. */
  readonly requests: readonly RequestFact[];
  /** Requests that are not among them any more. */
  readonly dropped: number;
  /** How many requests were refused, and why. */
  readonly refusals: ReadonlyMap<Reason, number>;
  /** True once MLflow could not be reached: what happened since says nothing about the submission. */
  readonly lostServer: boolean;
  /** Requests of the submission whose last answer from MLflow was a 5xx. */
  readonly failures: readonly Failure[];
}

export interface GatewayOptions {
  /** MLflow's own address. */
  readonly target: string;
  /** Sent as `X-MLFLOW-WORKSPACE` whatever the submission sent; none on a server without workspaces. */
  readonly workspace?: string | undefined;
  /** Decides on `/workshop/…`; without it those paths are refused. */
  readonly route?: Route;
  /** Called once, when MLflow cannot be reached or was started anew. */
  readonly onLost?: () => void;
  /** Listens on this socket file, for every user of this machine that can reach it, and on no port. */
  readonly socketPath?: string | undefined;
  /** After so long without an answer, MLflow is asked whether it is still there, in milliseconds. */
  readonly silenceMs?: number;
  /** What differs from DEFAULT_LIMITS. */
  readonly limits?: Partial<GatewayLimits> | undefined;
}

const SILENCE_MS = 20_000;

/** Between two requests a client may compute for long; a connection that it believes open must be. */
const KEPT_FOR_CLIENTS_MS = 600_000;

/**
 * Starts a gateway on a free port of this machine's loopback, or on a socket file. Uploads and downloads are streamed,
 * never held whole.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const mlflow = createUpstream(options.target, limits.inFlight);
  const ledger = createLedger(limits);
  let lostServer = false;
  const lose = () => {
    if (lostServer) return;
    lostServer = true;
    options.onLost?.();
  };
  const receive = createReceiver({
    mlflow,
    workspace: options.workspace,
    route: options.route,
    limits,
    ledger,
    silenceMs: options.silenceMs ?? SILENCE_MS,
    onBroken: async (method) => {
      // A server that refuses an upload may hang up before it is through: then it is still there.
      if (method !== 'PUT' || !(await answersHealth(mlflow)) || mlflow.restarted) lose();
    },
    onSilent: () => {
      void answersHealth(mlflow).then((answers) => answers || lose());
    },
  });
  const server = createServer(
    {
      noDelay: true,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: Math.min(5000, limits.headersMs / 2),
      keepAliveTimeout: KEPT_FOR_CLIENTS_MS,
    },
    (incoming, outgoing) => {
      void receive(incoming, outgoing)
        .catch(() => outgoing.destroy())
        .then(() => mlflow.restarted && lose());
    },
  );
  server.maxConnections = limits.connections;
  watchConnections(server, ledger);
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
    get requests() {
      return ledger.requests();
    },
    get dropped() {
      return ledger.dropped;
    },
    refusals: ledger.refusals,
    get lostServer() {
      return lostServer;
    },
    get failures() {
      return ledger.failures();
    },
    async [Symbol.asyncDispose]() {
      mlflow[Symbol.dispose]();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function addressOf(address: AddressInfo | string | null): string {
  if (address === null) throw new Error('the gateway does not listen');
  return typeof address === 'string' ? `unix:${address}` : `http://127.0.0.1:${address.port}`;
}
