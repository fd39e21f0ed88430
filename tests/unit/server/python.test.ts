import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPython, isSupported } from '../../../src/server/find-python.ts';

test('Python 3.10 to 3.14 are supported', () => {
  const versions = ['2.7', '3.9', '3.10', '3.14', '3.15'];
  expect(versions.map((version) => isSupported(version))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('a machine without Python gets a sentence', async () => {
  await expect(findPython({ PATH: '/nowhere' })).rejects.toMatchObject({
    code: 'NO_PYTHON',
  });
});

/** A folder with a program `python3` that answers our probe as another machine's would. */
async function pathWithPython(answer: string) {
  const folder = await mkdtemp(join(tmpdir(), 'python-'));
  await writeFile(join(folder, 'python3'), `#!/bin/sh\necho "${answer}"\n`);
  await chmod(join(folder, 'python3'), 0o755);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test.skipIf(process.platform === 'win32')('a Python that is too old is named', async () => {
  await using old = await pathWithPython('3.8 True');
  await expect(findPython({ PATH: old.folder })).rejects.toMatchObject({
    code: 'PYTHON_NOT_FOUND',
    fields: { found: 'python3 3.8' },
  });
});

test.skipIf(process.platform === 'win32')(
  'a missing venv module says what to install',
  async () => {
    await using debian = await pathWithPython('3.11 False');
    await expect(findPython({ PATH: debian.folder })).rejects.toMatchObject({
      code: 'PYTHON_VENV_MISSING',
      message: 'python3 has no venv module. On Debian and Ubuntu: apt-get install python3.11-venv.',
    });
  },
);
