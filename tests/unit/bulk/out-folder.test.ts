import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOutFolder } from '../../../src/bulk/out-folder.ts';
import { fileCalled, newFolder } from '../submissions/make-class.ts';

test('an out folder is made with the folders above it', async () => {
  const path = join(newFolder(), 'a', 'b', 'c');
  await using out = await openOutFolder(path);
  await out.write('one', 'd', 'e.txt');
  expect(await out.read('d', 'e.txt')).toBe('one');
});

test('a file takes no folder', async () => {
  await expect(openOutFolder(join(fileCalled('a.txt', ''), 'b'))).rejects.toThrow('EEXIST');
});

test.runIf(process.platform === 'linux')(
  'where no folder can be made, the system’s reason comes at once',
  async () => {
    await expect(openOutFolder('/proc/a/b')).rejects.toThrow('ENOENT');
  },
);
