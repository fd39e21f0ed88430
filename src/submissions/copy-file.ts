import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { errorCode } from './disk-folder.ts';
import type { FileItem } from './item.ts';
import { Refusal, refuse } from './refusal.ts';

export interface Copy {
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * Copies one program into the scratch folder, under a name of ours.
 *
 * @throws Refusal for a file that is empty, too large or no text; any other error is the machine's
 */
export async function copyFile(file: FileItem, target: string, limitBytes: number): Promise<Copy> {
  const content = await readText(file, limitBytes);
  await writeFile(target, content, { flag: 'wx', mode: 0o644 });
  return {
    sizeBytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

async function readText(file: FileItem, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of await file.open()) {
      const bytes: unknown = chunk;
      if (!Buffer.isBuffer(bytes)) continue;
      size += bytes.byteLength;
      if (size > limitBytes) {
        throw refuse('submission.too-large', { limit: Math.floor(limitBytes / 1024) });
      }
      chunks.push(bytes);
    }
  } catch (error) {
    throw error instanceof Refusal
      ? error
      : refuse('submission.unreadable', { reason: errorCode(error) }, error);
  }
  const content = Buffer.concat(chunks);
  if (content.byteLength === 0) throw refuse('submission.empty-file');
  if (/^(\xff\xfe|\xfe\xff)/.test(content.toString('latin1', 0, 2))) {
    throw refuse('submission.utf-16');
  }
  if (content.includes(0)) throw refuse('submission.not-text');
  return content;
}
