import { isArchiveName } from './archives/archive-kind.ts';
import type { FileItem } from './item.ts';
import { listFiles } from './list-files.ts';
import type { Budget } from './limits.ts';
import type { Claim } from './platforms/owner.ts';
import { note } from './note.ts';
import { Refusal, refuse } from './refusal.ts';
import type { Ignored } from './submission.ts';
import { openArchive } from './archives/unpack.ts';

/** A file of a student's, and what decides between several for one exercise. */
export interface Candidate {
  readonly file: FileItem;
  /** Its name without what a platform put before it. */
  readonly fileName: string;
  /** Of how many archives it comes out. */
  readonly nesting: number;
  readonly order: number;
}

export interface Gathered {
  readonly files: readonly Candidate[];
  readonly ignored: readonly Ignored[];
}

/**
 * Every file of one student, those in archives included.
 *
 * @param folder an existing folder of ours for archives out of archives
 * @param open keeps the archives open until the files are read
 */
export async function gather(
  claims: readonly Claim[],
  budget: Budget,
  folder: string,
  open: DisposableStack,
): Promise<Gathered> {
  const files: Candidate[] = [];
  const ignored: Ignored[] = [];

  const add = async (candidate: Candidate): Promise<void> => {
    if (!isArchiveName(candidate.fileName)) return void files.push(candidate);
    await orIgnore(candidate.file.path, ignored, async () => {
      const nesting = candidate.nesting + 1;
      const { limits } = budget;
      if (nesting > limits.nesting) {
        throw refuse('submission.nested-archives', { limit: limits.nesting });
      }
      const archive = open.use(await openArchive(candidate.file, budget, folder));
      ignored.push(...archive.ignored);
      const inside = await listFiles(archive.root, budget);
      ignored.push(...inside.ignored);
      for (const file of inside.files) {
        await add({ file, fileName: file.name, nesting, order: candidate.order });
      }
    });
  };

  for (const { item, fileName, order } of claims) {
    if (item.kind === 'file') await add({ file: item, fileName, nesting: 0, order });
    else if (item.kind === 'folder') {
      await orIgnore(item.path, ignored, async () => {
        const inside = await listFiles(item, budget);
        ignored.push(...inside.ignored);
        for (const file of inside.files) {
          await add({ file, fileName: file.name, nesting: 0, order });
        }
      });
    } else ignored.push(note(item.path, `submission.${item.kind}`));
  }
  return { files, ignored };
}

async function orIgnore(path: string, ignored: Ignored[], read: () => Promise<void>) {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    ignored.push(note(path, error.why.key, error.why.values));
  }
}
