import type { SubmissionResult } from '../results/results.ts';

/** Whether all of it was marked: neither trouble of ours nor a check of ours that broke is in it. */
export function hasVerdict({ outcome, exercises }: SubmissionResult): boolean {
  return outcome !== 'infra-error' && !exercises.some(({ broken }) => broken);
}
