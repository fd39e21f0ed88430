/** Keeps the first `limit` bytes of a stream. */
export function collect(limit: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    /** @returns how many bytes came so far */
    add: (chunk: Buffer) => {
      if (size < limit) chunks.push(chunk.subarray(0, limit - size));
      size += chunk.length;
      return size;
    },
    /** What was kept, with a mark where something is missing. */
    text: () => Buffer.concat(chunks).toString('utf8') + (size > limit ? '\n[…]' : ''),
  };
}
