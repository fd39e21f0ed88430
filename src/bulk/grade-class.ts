import pMap from 'p-map';
import type { SubmissionResult } from '../results/results.ts';
import type { Submission } from '../submissions/submission.ts';
import type { ClassServer } from './class-server.ts';
import { gradeSubmission, infraError, type ClassSetting } from './grade-submission.ts';
import { tryAgain, type Trouble } from './try-again.ts';

export interface ClassRun {
  readonly submissions: readonly Submission[];
  readonly server: ClassServer;
  readonly setting: ClassSetting;
  /** Submissions at once. */
  readonly jobs: number;
  /** What an error means, and the sentence for it. */
  readonly troubleOf: (error: unknown) => Promise<Trouble>;
  readonly onStart?: (submission: Submission) => void;
  /** Called for each as it is done, one at a time; what it stores survives a crash. */
  readonly onResult: (result: SubmissionResult) => Promise<void>;
  readonly onRetry?: (submission: Submission, trouble: Trouble) => void;
}

/**
 * Grades submissions, some at once. Trouble of ours is tried again and then told as such; one submission
 * never stops another. Trouble that concerns all, such as a full disk, stops what still runs, and nothing
 * that was stopped is stored.
 *
 * @throws the error of trouble that concerns all
 */
export async function gradeClass(run: ClassRun): Promise<void> {
  const { submissions, server, jobs } = run;
  const stop = new AbortController();
  const setting = { ...run.setting, signal: stop.signal };
  const fatal: unknown[] = [];

  async function gradeOne(submission: Submission): Promise<void> {
    run.onStart?.(submission);
    const result = await tryAgain({
      attempt: async () => await gradeSubmission(submission, server.current(), setting),
      troubleOf: run.troubleOf,
      recover: async (trouble) => {
        run.onRetry?.(submission, trouble);
        await server.revive();
      },
      giveUp: (trouble) => infraError(submission, setting, trouble.sentence),
    });
    // What was killed by the stop looks like a submission that left by itself.
    if (fatal.length === 0) await run.onResult(result);
  }

  await pMap(
    submissions,
    async (submission) => {
      if (fatal.length > 0) return;
      try {
        await gradeOne(submission);
      } catch (error) {
        fatal.push(error);
        stop.abort();
      }
    },
    { concurrency: jobs },
  );
  if (fatal.length > 0) throw fatal[0];
}
