/**
 * Makes the two locked requirements files from their .in files: one set of versions for Python 3.10 to 3.14
 * on Linux, macOS and Windows, a hash for each file, no address of an index.
 *
 *     pip install uv && node src/server/python/lock.ts [--upgrade]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readPinned } from '../version.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOMS: readonly { folder: string; leftOut: string }[] = [
  { folder: HERE, leftOut: join(HERE, 'not-installed.txt') },
  {
    folder: fileURLToPath(new URL('../../python/', import.meta.url)),
    leftOut: fileURLToPath(new URL('../../python/not-installed.txt', import.meta.url)),
  },
];
const RESOLVE =
  'pip compile --universal --python-version 3.10 --generate-hashes --no-annotate --no-header ' +
  '--no-emit-index-url --no-emit-find-links --quiet';

for (const { folder, leftOut } of ROOMS) {
  const wanted = await readFile(join(folder, 'requirements.in'), 'utf8');
  const output = join(folder, 'requirements.txt');
  const { version } = await readPinned();
  const options = ['--override', leftOut, '--output-file', output, ...process.argv.slice(2)];
  const run = promisify(execFile)('uv', [...RESOLVE.split(' '), ...options, '-']);
  run.child.stdin?.end(`mlflow==${version}\n${wanted}`);
  await run;
  const lock = await readFile(output, 'utf8');
  await writeFile(output, `# Made by src/server/python/lock.ts from requirements.in.\n${lock}`);
}
