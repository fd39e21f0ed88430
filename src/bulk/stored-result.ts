import type { SubmissionResult } from '../results/results.ts';
import type { OutFolder } from './out-folder.ts';

/** What is kept of a graded submission, so that grading can go on where it stopped. */
export interface StoredResult {
  readonly schema: 'stored-result/v1';
  /** Says by what the marks were given: graders, exercises, limits. */
  readonly rulesHash: string;
  readonly result: SubmissionResult;
}

const FILE = 'result.json';

export async function storeResult(out: OutFolder, stored: StoredResult): Promise<void> {
  await out.write(`${JSON.stringify(stored)}\n`, 'submissions', stored.result.id, FILE);
}

/** By id. A file that is not ours, or not whole, counts as none. */
export async function readStored(out: OutFolder): Promise<Map<string, StoredResult>> {
  const stored = new Map<string, StoredResult>();
  for (const id of await out.folders('submissions')) {
    const text = await out.read('submissions', id, FILE);
    const value = text === null ? null : parse(text);
    if (value !== null && value.result.id === id) stored.set(id, value);
  }
  return stored;
}

function parse(text: string): StoredResult | null {
  try {
    // Written by us, whole, where no submission can write.
    const value: StoredResult = JSON.parse(text);
    return value.schema === 'stored-result/v1' ? value : null;
  } catch {
    return null;
  }
}
