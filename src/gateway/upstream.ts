import { Agent, request, type ClientRequest, type OutgoingHttpHeaders } from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';
import { urlToHttpOptions } from 'node:url';

/** A server behind the gateway. */
export interface Upstream extends Disposable {
  /** @param path as the client sent it, from its first slash on */
  open(method: string, path: string, headers: OutgoingHttpHeaders): ClientRequest;
}

/** @param base http or https address; a path and credentials in it are kept */
export function createUpstream(base: string): Upstream {
  const url = new URL(base);
  const { protocol, hostname, port, auth } = urlToHttpOptions(url);
  const secure = protocol === 'https:';
  // A connection for each request: on a kept one that the server is about to close, a request is lost.
  const options = { keepAlive: false, noDelay: true };
  const agent = secure ? new SecureAgent(options) : new Agent(options);
  const send = secure ? requestSecurely : request;
  const prefix = url.pathname.replace(/\/+$/, '');
  return {
    open: (method, path, headers) =>
      send({
        agent,
        hostname,
        port,
        method,
        // Joined as text: resolved as a URL, `//elsewhere/…` would lead to another server.
        path: prefix + path,
        headers: { ...headers, host: url.host },
        ...(auth !== undefined && auth !== null && { auth }),
      }),
    [Symbol.dispose]: () => agent.destroy(),
  };
}
