import { request } from 'node:http';

/** How an engine is addressed: a socket file or pipe, or a host and port. */
export type EngineAddress = { socketPath: string } | { host: string; port: number };

/** Whether a Docker engine answers, and if not, why. */
export type Engine =
  | { readonly answers: true; readonly version: string }
  | { readonly answers: false; readonly why: string };

/** Where the environment says that the engine is. */
export function engineAddress(
  env: Record<string, string | undefined>,
  platform: NodeJS.Platform = process.platform,
): EngineAddress {
  const host = env['DOCKER_HOST'];
  if (host?.startsWith('unix://')) return { socketPath: host.slice('unix://'.length) };
  if (host?.startsWith('npipe://')) return { socketPath: host.slice('npipe://'.length) };
  if (host !== undefined && URL.canParse(host)) {
    const { hostname, port } = new URL(host.replace(/^tcp:/, 'http:'));
    return { host: hostname, port: Number(port || 2375) };
  }
  return {
    socketPath: platform === 'win32' ? '//./pipe/docker_engine' : '/var/run/docker.sock',
  };
}

/** Asks the engine for a sign of life; a missing engine is known in a few milliseconds, at most 250. */
export function findEngine(env: Record<string, string | undefined>): Promise<Engine> {
  const address = engineAddress(env);
  return new Promise((resolve) => {
    const ping = request(
      { ...address, path: '/_ping', signal: AbortSignal.timeout(250) },
      (response) => {
        response.resume();
        const version = String(response.headers['api-version'] ?? '');
        resolve(
          response.statusCode === 200
            ? { answers: true, version }
            : { answers: false, why: `it said ${response.statusCode}` },
        );
      },
    );
    ping.on('error', (error) => {
      const code = 'code' in error ? String(error.code) : error.name;
      const where =
        'socketPath' in address ? address.socketPath : `${address.host}:${address.port}`;
      resolve({ answers: false, why: `${where}: ${code}` });
    });
    ping.end();
  });
}
