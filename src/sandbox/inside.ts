import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mount } from './sandbox.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where things are inside a sandbox. `../data/customer_data.csv` leads to the data from the first two. */
export const inside = {
  /** The working folder, and the only place that can be written to. */
  tmp: '/tmp',
  submission: '/submission',
  csv: '/data/customer_data.csv',
  gatewaySocket: '/door/gateway.sock',
  gatewayUri: 'http://127.0.0.1:5000',
  node: '/workshop/bin/node',
  child: '/workshop/src/run/child.ts',
  packedImports: '/workshop/src/run/packed-imports.ts',
  door: '/workshop/src/sandbox/inside/door.ts',
  ownDoor: '/workshop/src/sandbox/inside/own-door.ts',
  score: '/workshop/src/sandbox/inside/score.ts',
  readImage: '/workshop/src/sandbox/inside/read-image.ts',
  warmUp: '/workshop/src/sandbox/inside/warm-up.ts',
  python: '/workshop/src/python/inside',
  /** The workshop's data as it was handed out. */
  ownCsv: '/workshop/data/customer_data.csv',
  compileCache: '/workshop/compile-cache',
  /** Where the warm-up compiles to. */
  newCompileCache: '/tmp/compile-cache',
} as const;

/** Node, the kit and what starts them: no room that knows how work is judged, and no answers. */
export function programMounts(): Mount[] {
  const parts = [
    'package.json',
    'node_modules',
    'data',
    'src/run',
    'src/mlflow',
    'src/workshop',
    'src/images',
    'src/sandbox/inside',
    'src/python/inside',
  ];
  return [
    { source: process.execPath, target: inside.node },
    ...parts.map((part) => ({ source: join(PROJECT, part), target: `/workshop/${part}` })),
  ];
}

/** Names of users and hosts that libraries ask for. */
export function etcMounts(): Mount[] {
  const folder = join(PROJECT, 'src', 'sandbox', 'etc');
  return ['passwd', 'group', 'hosts', 'nsswitch.conf'].map((name) => ({
    source: join(folder, name),
    target: `/etc/${name}`,
  }));
}

/** The user that everything inside runs as. */
export const USER = { uid: 1000, gid: 1000 };

/** The environment that every program gets. */
export const ENV = {
  HOME: inside.tmp,
  TMPDIR: inside.tmp,
  LANG: 'C.UTF-8',
  ORT_DISABLE_TELEMETRY: '1',
  PATH: `${dirname(inside.node)}:/usr/bin:/bin`,
};

/** A program that is not Node's behind its door: `localhost:5000` is the gateway. The door alone for none. */
export function behindDoor(argv: readonly string[]): [string, ...string[]] {
  return [inside.node, '--disable-warning=ExperimentalWarning', inside.door, ...argv];
}
