import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const AS_ANOTHER = ['--reuid=65199', '--regid=65199', '--clear-groups', '--', 'env'] as const;

/**
 * The submissions' environment where users other than root can run it: one that root's own Python made is made anew
 * around the system's Python, with the same packages.
 *
 * @param environment the folder of the one that is installed
 * @param folder where another one would be made
 * @returns the folder of the environment; null where nobody but root runs a Python of that version
 */
export function environmentForOthers(environment: string, folder: string): string | null {
  const source = realpathSync(environment);
  if (process.getuid?.() !== 0) return null;
  if (runs(join(source, 'bin/python'))) return source;
  const version = execFileSync(join(source, 'bin/python'), [
    '-c',
    'import sys; print("%d.%d" % sys.version_info[:2])',
  ]);
  const name = `python${version.toString().trim()}`;
  if (!runs(`/usr/bin/${name}`)) return null;
  execFileSync(`/usr/bin/${name}`, ['-m', 'venv', '--without-pip', folder]);
  const packages = join(folder, 'lib', name, 'site-packages');
  mkdirSync(packages, { recursive: true });
  writeFileSync(join(packages, 'same.pth'), `${join(source, 'lib', name, 'site-packages')}\n`);
  // What `mlflow models serve` starts by its name.
  const script = readFileSync(join(source, 'bin/uvicorn'), 'utf8');
  const own = script.replace(/^#!.*/, `#!${join(folder, 'bin/python')}`);
  writeFileSync(join(folder, 'bin/uvicorn'), own, { mode: 0o755 });
  cpSync(join(source, 'installed.sha256'), join(folder, 'installed.sha256'));
  return folder;
}

function runs(python: string): boolean {
  try {
    execFileSync('setpriv', [...AS_ANOTHER, python, '-c', ''], {
      cwd: dirname(python),
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
