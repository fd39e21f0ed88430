import { execFile } from 'node:child_process';
import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import type { Mount } from './sandbox.ts';

interface Layout {
  readonly prefix: string;
  readonly stdlib: string;
  readonly library: string;
}

const isLayout = new Ajv().compile<Layout>({
  type: 'object',
  required: ['prefix', 'stdlib', 'library'],
  properties: {
    prefix: { type: 'string' },
    stdlib: { type: 'string' },
    library: { type: 'string' },
  },
});

const ASK = `
import json, os, sys, sysconfig
lib = [sysconfig.get_config_var(name) or '' for name in ('LIBDIR', 'INSTSONAME')]
print(json.dumps({'prefix': sys.prefix, 'stdlib': sysconfig.get_path('stdlib'), 'library': os.path.join(*lib)}))
`;

/**
 * What a Python of a virtual environment needs to run, each at the path that it has on this machine: its
 * programs name their interpreter by that path.
 *
 * @param python absolute path of the environment's interpreter
 */
export async function pythonMounts(python: string): Promise<Mount[]> {
  const { stdout } = await promisify(execFile)(python, ['-I', '-c', ASK], { env: {} });
  const layout: unknown = JSON.parse(stdout);
  if (!isLayout(layout)) throw new Error(`${python} does not say where it is`);
  const { prefix, stdlib, library } = layout;
  const source = await realpath(prefix);
  const binary = await realpath(python);
  const links = (await linksOf(python)).filter((path) => !path.startsWith(`${prefix}/`));
  const mounts = [
    ...[prefix, source].map((target) => ({ source, target })),
    ...[...links, binary].map((target) => ({ source: binary, target })),
    { source: stdlib, target: stdlib },
    ...((await isFile(library)) ? [{ source: await realpath(library), target: library }] : []),
  ];
  return [...new Map(mounts.map((mount) => [mount.target, mount])).values()];
}

/** The path and every link on the way to the file. */
async function linksOf(path: string): Promise<string[]> {
  if (!(await lstat(path)).isSymbolicLink()) return [path];
  return [path, ...(await linksOf(resolve(dirname(path), await readlink(path))))];
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
