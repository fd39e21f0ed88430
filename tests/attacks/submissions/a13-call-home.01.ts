/** Tries every door of the network, and MLflow's own past the gateway. */
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

const hosts = ['127.0.0.1', 'localhost', '::1', '172.17.0.1', 'host.docker.internal'];

function mlflowPort(): number {
  try {
    return Number(JSON.parse(readFileSync('@out@/mlflow/server.json', 'utf8')).port);
  } catch {
    return 5001;
  }
}

const reaches = (place: { host: string; port: number } | { path: string }) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ ...place, timeout: 1500 }, () => {
      socket.end('GET /stolen HTTP/1.0\r\n\r\n');
      resolve(true);
    });
    for (const end of ['error', 'timeout']) socket.on(end, () => resolve(false));
  });

export default async function () {
  const port = Number(new URL('@canary@').port);
  const ours = Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).map(({ address }) => address),
  );
  const places = [
    ...[...hosts, ...ours].flatMap((host) => [
      { host, port },
      { host, port: mlflowPort() },
    ]),
    { host: '169.254.169.254', port: 80 },
    { host: '1.1.1.1', port: 443 },
    { path: '/var/run/docker.sock' },
    { path: '/run/docker.sock' },
  ];
  const found = await Promise.all(
    places.map(async (place) => ((await reaches(place)) ? [place] : [])),
  );
  console.log('reached', JSON.stringify(found.flat()));
}
