import type { SubmissionResult } from '../results/results.ts';
import type { OutFolder } from './out-folder.ts';

/** Removes what other gradings of a submission left: half of one that was stopped, or of a mark not taken. */
export async function keepEvidenceOf(result: SubmissionResult, out: OutFolder): Promise<void> {
  const kept = result.exercises.flatMap(({ snapshot }) => snapshot?.split('/')[2] ?? []);
  for (const folder of await out.folders('submissions', result.id)) {
    if (!kept.includes(folder)) await out.remove('submissions', result.id, folder);
  }
}
