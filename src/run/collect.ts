/** Keeps the start of a stream. */
export interface Collected {
  /** @returns how many bytes came so far, those that were not kept included */
  add(chunk: Buffer): number;
  /** What was kept, with a mark where it was cut. */
  text(): string;
}

/** @param limit what is kept, in bytes */
export function collect(limit: number): Collected {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add: (chunk) => {
      if (size < limit) chunks.push(chunk.subarray(0, limit - size));
      size += chunk.length;
      return size;
    },
    text: () => Buffer.concat(chunks).toString('utf8') + (size > limit ? '\n[…]' : ''),
  };
}

/** Keeps the last line that begins with the nonce: what else is written there is not the child's own word. */
export function collectReport(nonce: string, limit: number): Collected {
  let report: Collected | null = null;
  let size = 0;
  let before = Buffer.alloc(0);
  return {
    add: (chunk) => {
      size += chunk.length;
      const seen = Buffer.concat([before, chunk]);
      const at = seen.lastIndexOf(nonce);
      if (at >= 0) {
        report = collect(limit);
        report.add(seen.subarray(at + nonce.length));
      } else report?.add(chunk);
      // Its start may be all that came of it.
      before = seen.subarray(1 - nonce.length);
      return size;
    },
    text: () => report?.text().split('\n')[0] ?? '',
  };
}
