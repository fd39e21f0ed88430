import { closeSync, openSync, writeSync } from 'node:fs';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a stream to a file. Pieces of 64 kB, as a socket gives them, go to the page cache at once:
 * handing each to a thread, as `createWriteStream` does, costs more than the writing itself.
 */
export async function save(stream: Readable, localFile: string): Promise<void> {
  const descriptor = openSync(localFile, 'w');
  const target = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      try {
        for (let at = 0; at < chunk.byteLength;) at += writeSync(descriptor, chunk, at);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });
  try {
    await pipeline(stream, target);
  } finally {
    closeSync(descriptor);
  }
}
