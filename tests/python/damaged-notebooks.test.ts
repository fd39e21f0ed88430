import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';

const INSIDE = fileURLToPath(new URL('../../src/python/inside/', import.meta.url));

const READ_ALL = `
import json, sys
sys.path.insert(0, sys.argv[1])
from notebook_file import BadNotebook, read_cells
def read(file):
    try:
        return [cell["source"] for cell in read_cells(file)]
    except BadNotebook as error:
        return error.code
print(json.dumps([read(file) for file in sys.argv[2:]]))
`;

const v4 = (cells: unknown, more: object = {}) =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells, ...more });
const code = (source: unknown) => ({ cell_type: 'code', metadata: {}, source, outputs: [] });

/** What a file holds, and what is read of it: its cells, or the code of a sentence. */
const FILES: readonly (readonly [holds: string | Buffer, read: unknown])[] = [
  ['', 'NOTEBOOK_NOT_JSON'],
  ['print("a script")', 'NOTEBOOK_NOT_JSON'],
  [v4([code('a = 1')]).slice(0, -5), 'NOTEBOOK_NOT_JSON'],
  ['[1, 2]', 'NOTEBOOK_NOT_JSON'],
  [Buffer.from([0xff, 0xfe, 0x00]), 'NOTEBOOK_NOT_JSON'],
  ['['.repeat(100_000), 'NOTEBOOK_NOT_JSON'],
  ['{}', 'NOTEBOOK_VERSION'],
  [v4([], { nbformat: 9 }), 'NOTEBOOK_VERSION'],
  [v4([], { nbformat: '4' }), 'NOTEBOOK_VERSION'],
  [v4(undefined), 'NOTEBOOK_DAMAGED'],
  [v4({ 0: code('a = 1') }), 'NOTEBOOK_DAMAGED'],
  [v4([null]), 'NOTEBOOK_DAMAGED'],
  [v4([{ cell_type: 'code' }]), 'NOTEBOOK_DAMAGED'],
  [v4([code(7)]), 'NOTEBOOK_DAMAGED'],
  [v4([code([1, 2])]), 'NOTEBOOK_DAMAGED'],
  [JSON.stringify({ nbformat: 3, nbformat_minor: 0, worksheets: 3 }), 'NOTEBOOK_DAMAGED'],
  [v4([code('x <- 1')], { metadata: { kernelspec: { language: 'R' } } }), 'NOTEBOOK_LANGUAGE'],
  // Wrong where nothing is read.
  [v4([{ ...code('a = 1'), outputs: 'none' }]), ['a = 1']],
  [v4([code(['a = 1\n', 'b = 2'])], { metadata: { language_info: 3 } }), ['a = 1\nb = 2']],
  [Buffer.from(`\uFEFF${v4([code('é = 1'), code(' \n')])}`), ['é = 1']],
];

test('damaged notebooks are told apart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'notebooks-'));
  try {
    const files = await Promise.all(
      FILES.map(async ([holds], index) => {
        const file = join(folder, `${index}.ipynb`);
        await writeFile(file, holds);
        return file;
      }),
    );
    const args = ['-B', '-c', READ_ALL, INSIDE, ...files];
    const { stdout, stderr } = await promisify(execFile)(inject('pythonScience'), args);
    expect(JSON.parse(stdout)).toEqual(FILES.map(([, read]) => read));
    expect(stderr).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
