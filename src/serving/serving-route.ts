import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Route, Routed } from '../gateway/route.ts';
import {
  ModelServerError,
  startModelServer,
  type ModelServer,
  type ModelServerOptions,
} from './model-server.ts';

/** The gateway's `/workshop/serving`: starts model servers for a submission and forwards to them. */
export interface ServingRoute extends AsyncDisposable {
  readonly route: Route;
  /** Why no model server could be started, where the submission cannot help it. */
  readonly trouble: Error | null;
}

/** Each takes 0.3 GB; an exercise needs one. */
const MAX_SERVERS = 3;

/**
 * `POST /workshop/serving {model_uri}` starts one and answers `{path}`; below that path everything goes
 * to the model server; `DELETE` on it stops it. `options` is called when the first one is asked for.
 */
export function createServingRoute(
  options: () => Promise<Omit<ModelServerOptions, 'modelUri'>>,
): ServingRoute {
  const servers: (ModelServer | null)[] = [];
  const starting = new Set<Promise<ModelServer>>();
  const closed = new AbortController();
  let trouble: Error | null = null;

  async function start(request: IncomingMessage): Promise<Routed> {
    const body: unknown = await json(request).catch(() => null);
    const modelUri =
      typeof body === 'object' && body !== null && 'model_uri' in body
        ? String(body.model_uri)
        : '';
    const asked = { model_uri: modelUri };
    if (servers.filter((server) => server !== null).length + starting.size >= MAX_SERVERS) {
      const message = `${MAX_SERVERS} model servers are running: stop one first`;
      return { status: 429, body: asked, answer: { message } };
    }
    const given = await options().catch((error: unknown) => {
      trouble = error instanceof Error ? error : new Error(String(error));
      return null;
    });
    if (given === null)
      return { status: 500, body: asked, answer: { message: trouble?.message ?? '' } };
    if (closed.signal.aborted) return { status: 503, body: asked, answer: { message: 'over' } };
    const server = startModelServer({ ...given, modelUri, signal: closed.signal });
    starting.add(server);
    try {
      servers.push(await server);
      return { status: 200, body: asked, answer: { path: `/workshop/serving/${servers.length}` } };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!(error instanceof ModelServerError))
        trouble = error instanceof Error ? error : new Error(message);
      return { status: 500, body: asked, answer: { message } };
    } finally {
      starting.delete(server);
    }
  }

  return {
    async route(request) {
      const path = request.url ?? '';
      if (path === '/workshop/serving' && request.method === 'POST') return await start(request);
      const [, number, rest] = /^\/workshop\/serving\/(\d+)(\/.*)?$/.exec(path) ?? [];
      const index = Number(number) - 1;
      const server = servers[index];
      if (server === undefined || server === null) {
        const message = server === null ? 'this model server was stopped' : 'not served';
        return { status: 404, body: null, answer: { message } };
      }
      if (rest === undefined && request.method === 'DELETE') {
        servers[index] = null;
        await server[Symbol.asyncDispose]();
        return { status: 200, body: null, answer: {} };
      }
      return { forwardTo: `${server.uri}${rest ?? '/'}` };
    },
    get trouble() {
      return trouble;
    },
    async [Symbol.asyncDispose]() {
      closed.abort();
      // One that is being started ends itself, or is among the servers then.
      await Promise.allSettled(starting);
      const running = servers.splice(0);
      await Promise.all(running.map(async (server) => await server?.[Symbol.asyncDispose]()));
    },
  };
}
