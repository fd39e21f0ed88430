import type { Item } from '../item.ts';
import { Refusal } from '../refusal.ts';

const LONGEST_BYTES = 8_388_608;

/** The text of a platform's own file beside the submissions; null when it is not there or not readable. */
export async function smallText(item: Item | undefined): Promise<string | null> {
  if (item?.kind !== 'file') return null;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of await item.open()) {
      const bytes: unknown = chunk;
      if (!Buffer.isBuffer(bytes)) continue;
      size += bytes.byteLength;
      if (size > LONGEST_BYTES) return null;
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  return Buffer.concat(chunks)
    .toString()
    .replace(/^\ufeff/, '');
}
