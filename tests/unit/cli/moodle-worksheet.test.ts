import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWorksheet } from '../../../src/cli/moodle-worksheet.ts';

const TEXT = '\u{FEFF}Identifiant,Nom complet,Note\r\nParticipant 7,Éloïse Noël,\r\n';

test.each([
  ['utf8', null],
  ['latin1', 'it is not in UTF-8'],
  ['utf16le', 'it is not in UTF-8'],
] as const)('a worksheet in %s', async (encoding, refusal) => {
  const folder = await mkdtemp(join(tmpdir(), 'worksheet-'));
  try {
    const file = join(folder, 'notes.csv');
    await writeFile(file, Buffer.from(TEXT, encoding));
    const read = readWorksheet(file);
    if (refusal !== null) {
      await expect(read).rejects.toMatchObject({
        cause: { message: expect.stringContaining(refusal) },
      });
      return;
    }
    const sheet = await read;
    expect(sheet?.byteOrderMark).toBe('\u{FEFF}');
    expect(sheet?.rows.map(({ cells }) => cells[1])).toEqual(['Éloïse Noël']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
