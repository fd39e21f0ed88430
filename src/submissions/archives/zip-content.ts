import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { refuse } from '../refusal.ts';

/** The content of an entry, inflated as it is read and compared with the checksum at its end. */
export async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.isEncrypted()) throw refuse('submission.encrypted');
  if (!entry.canDecodeFileData()) throw refuse('submission.compression');
  try {
    const stream = await zip.openReadStreamPromise(entry);
    return Readable.from(checked(stream, entry.crc32), { objectMode: false });
  } catch (error) {
    throw brokenZip(error);
  }
}

async function* checked(stream: AsyncIterable<Buffer>, expected: number): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of stream) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw brokenZip(error);
  }
  if (sum !== expected) throw refuse('submission.broken-zip');
}

/** yauzl's complaint as the sentence an instructor can pass on. */
export function brokenZip(error: unknown): Error {
  const isEncrypted = error instanceof Error && error.message.includes('encrypt');
  return refuse(isEncrypted ? 'submission.encrypted' : 'submission.broken-zip', undefined, error);
}
