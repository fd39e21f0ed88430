import { closeSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';

/** Larger than Node's 64 kB, with which system calls are most of the cost of a large file. */
const PIECE_BYTES = 256 * 1024;

/**
 * The first `size` bytes of a file as a stream, for `pipe` into a request. A piece is in the page cache most
 * often: handing the reading to a thread, as `createReadStream` does, costs more than the reading itself.
 *
 * Pieces take turns in two buffers: with new memory for each, collecting it takes as long as sending it. A piece
 * keeps its content until the next but one is asked for; by then `pipe` has written it out, since it asks for
 * none while a piece of this size is being written.
 */
export function readPieces(localFile: string, size: number): Readable {
  let descriptor: number | undefined;
  let left = size;
  let [piece, other]: (Buffer | undefined)[] = [];
  return new Readable({
    highWaterMark: PIECE_BYTES,
    construct(done) {
      descriptor = openSync(localFile, 'r');
      done();
    },
    read() {
      if (descriptor === undefined) return;
      [piece, other] = [other, piece];
      piece ??= Buffer.allocUnsafeSlow(Math.min(left, PIECE_BYTES));
      const length = fill(descriptor, piece.subarray(0, left));
      left -= length;
      this.push(length === 0 ? null : piece.subarray(0, length));
    },
    destroy(error, done) {
      if (descriptor !== undefined) closeSync(descriptor);
      done(error);
    },
  });
}

/** Reads until the piece is full or the file ends: a short piece is the last one. @returns bytes read */
function fill(descriptor: number, piece: Uint8Array): number {
  let filled = 0;
  while (filled < piece.byteLength) {
    const length = readSync(descriptor, piece.subarray(filled));
    if (length === 0) break;
    filled += length;
  }
  return filled;
}
