import { closeSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';

/** Large pieces: with Node's 64 kB, system calls are most of the cost of a large file. */
const PIECE_BYTES = 1024 * 1024;

/**
 * A file as a stream, one piece in memory at a time. A piece is in the page cache most often: handing the
 * reading to a thread, as `createReadStream` does, costs more than the reading itself.
 */
export function readPieces(localFile: string): Readable {
  let descriptor: number | undefined;
  return new Readable({
    highWaterMark: PIECE_BYTES,
    construct(done) {
      descriptor = openSync(localFile, 'r');
      done();
    },
    read() {
      if (descriptor === undefined) return;
      const piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
      const length = readSync(descriptor, piece);
      this.push(length === 0 ? null : piece.subarray(0, length));
    },
    destroy(error, done) {
      if (descriptor !== undefined) closeSync(descriptor);
      done(error);
    },
  });
}
