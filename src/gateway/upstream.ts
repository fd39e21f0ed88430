import {
  Agent,
  request,
  type ClientRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';
import { urlToHttpOptions } from 'node:url';

/** A server behind the gateway. */
export interface Upstream extends Disposable {
  /** @param path as the client sent it, from its first slash on */
  open(
    method: string,
    path: string,
    headers: OutgoingHttpHeaders,
    options?: OpenOptions,
  ): ClientRequest;
  /** To be told of every answer: whose it is decides how connections are used. */
  heard(answer: IncomingMessage): void;
  /** True once an MLflow of ours was replaced by another start of it. */
  readonly restarted: boolean;
}

export interface OpenOptions {
  /** On a connection of its own: for a body that cannot be sent twice. */
  readonly alone?: boolean;
  readonly signal?: AbortSignal;
}

/** uvicorn closes a connection that was idle for 5 s; ours is gone long before, so that no request meets that. */
const IDLE_MS = 1500;

/**
 * Connections are kept only to an MLflow of ours, which says its start in a header: other servers may answer 40 ms
 * later on a kept one (mlflow server with several workers does), and close it when they like.
 *
 * @param base http or https address; a path and credentials in it are kept
 * @param maxSockets requests in the server at once; the others wait
 */
export function createUpstream(base: string, maxSockets = Infinity): Upstream {
  const url = new URL(base);
  const { protocol, hostname, port, auth } = urlToHttpOptions(url);
  const secure = protocol === 'https:';
  const options = { noDelay: true, maxSockets };
  const agentOf = (keepAlive: boolean) => {
    const kept = { ...options, keepAlive, ...(keepAlive && { timeout: IDLE_MS }) };
    return secure ? new SecureAgent(kept) : new Agent(kept);
  };
  const keeping = agentOf(true);
  const closing = agentOf(false);
  const send = secure ? requestSecurely : request;
  const prefix = url.pathname.replace(/\/+$/, '');
  let instance: string | null = null;
  let restarted = false;
  return {
    open(method, path, headers, { alone = false, signal } = {}) {
      const kept = !alone && instance !== null;
      return send({
        agent: kept ? keeping : closing,
        hostname,
        port,
        method,
        // Joined as text: resolved as a URL, `//elsewhere/…` would lead to another server.
        path: prefix + path,
        // Said, because an agent with a limit hands even connections that it does not keep to who waits.
        headers: { ...headers, host: url.host, ...(!kept && { connection: 'close' }) },
        ...(auth !== undefined && auth !== null && { auth }),
        ...(signal !== undefined && { signal }),
      });
    },
    heard({ headers }) {
      const said = headers['x-workshop-instance'];
      if (typeof said !== 'string' || said === '') return;
      restarted ||= instance !== null && instance !== said;
      instance = said;
    },
    get restarted() {
      return restarted;
    },
    [Symbol.dispose]: () => {
      keeping.destroy();
      closing.destroy();
    },
  };
}
