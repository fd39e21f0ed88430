import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Route, Routed } from '../gateway/gateway.ts';
import { startModelServer, type ModelServer, type ModelServerOptions } from './model-server.ts';

/** The gateway's `/workshop/serving`: starts model servers for a submission and forwards to them. */
export interface ServingRoute extends AsyncDisposable {
  readonly route: Route;
}

/**
 * `POST /workshop/serving {model_uri}` starts one and answers `{path}`; below that path everything goes
 * to the model server; `DELETE` on it stops it. `options` is called when the first one is asked for.
 */
export function createServingRoute(
  options: () => Promise<Omit<ModelServerOptions, 'modelUri'>>,
): ServingRoute {
  const servers: ModelServer[] = [];

  async function start(request: IncomingMessage): Promise<Routed> {
    const body: unknown = await json(request).catch(() => null);
    const modelUri =
      typeof body === 'object' && body !== null && 'model_uri' in body
        ? String(body.model_uri)
        : '';
    const asked = { model_uri: modelUri };
    try {
      servers.push(await startModelServer({ ...(await options()), modelUri }));
      return { status: 200, body: asked, answer: { path: `/workshop/serving/${servers.length}` } };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { status: 500, body: asked, answer: { message } };
    }
  }

  return {
    async route(request) {
      const path = request.url ?? '';
      if (path === '/workshop/serving' && request.method === 'POST') return await start(request);
      const [, number, rest] = /^\/workshop\/serving\/(\d+)(\/.*)?$/.exec(path) ?? [];
      const server = servers[Number(number) - 1];
      if (server === undefined)
        return { status: 404, body: null, answer: { message: 'not served' } };
      if (rest === undefined && request.method === 'DELETE') {
        await server[Symbol.asyncDispose]();
        return { status: 200, body: null, answer: {} };
      }
      return { forwardTo: `${server.uri}${rest ?? '/'}` };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
    },
  };
}
