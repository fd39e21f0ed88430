import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

const PIECE_BYTES = 1024 * 1024;

/** Writes a stream to a file in large pieces: a socket gives 64 kB, and each write costs a thread's turn. */
export async function save(stream: Readable, localFile: string): Promise<void> {
  await using file = await open(localFile, 'w');
  let piece: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    piece.push(chunk);
    bytes += chunk.byteLength;
    if (bytes < PIECE_BYTES) continue;
    await file.writev(piece);
    piece = [];
    bytes = 0;
  }
  if (piece.length > 0) await file.writev(piece);
}
