import { expect, test } from 'vitest';
import {
  countRequirements,
  lastLines,
  readPipLine,
  whyPipFailed,
} from '../../../src/server/pip-output.ts';

test('lines of pip are read as progress', () => {
  const said = [
    "Ignoring annotated-doc: markers 'python_full_version < \"3.11\"' don't match your environment",
    'Collecting alembic==1.20.1 (from -r requirements.txt (line 12))',
    '  Downloading alembic-1.20.1-py3-none-any.whl (263 kB)',
    'Installing collected packages: huey, graphene, zipp',
  ].map((line) => readPipLine(line));
  expect(said).toEqual([
    { event: 'skipped' },
    { event: 'collecting', name: 'alembic' },
    undefined,
    { event: 'installing', count: 3 },
  ]);
});

test('requirements are counted, hashes are not', () => {
  expect(countRequirements('# made\na==1 \\\n    --hash=sha256:0==\nb-c==2 ; x == "y" \\\n')).toBe(
    2,
  );
});

test.each([
  [
    'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device',
    'DISK_FULL',
  ],
  [
    'WARNING: Retrying ... NewConnectionError(...): Failed to establish a new connection',
    'NO_NETWORK',
  ],
  ["ReadTimeoutError(HTTPSConnectionPool(host='x', port=443): Read timed out.)", 'NO_NETWORK'],
  ['ERROR: No matching distribution found for mlflow==3.17.2', 'INSTALL_FAILED'],
  ['ERROR: THESE PACKAGES DO NOT MATCH THE HASHES', 'INSTALL_FAILED'],
])('%s is %s', (output, code) => {
  expect(whyPipFailed(output, '/state/python', '/state/python-install.log').code).toBe(code);
});

test('the last lines leave out notices and blank lines', () => {
  expect(lastLines('one\ntwo\n\nthree\nfour\n[notice] a new pip\n')).toBe('two / three / four');
});
