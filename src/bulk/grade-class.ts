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
  /** Whether an error is trouble with MLflow or the sandbox, and the sentence for it. */
  readonly troubleOf: (error: unknown) => Promise<Trouble | null>;
  readonly onStart?: (submission: Submission) => void;
  /** Called for each as it is done, one at a time; what it stores survives a crash. */
  readonly onResult: (result: SubmissionResult) => Promise<void>;
  readonly onRetry?: (submission: Submission, trouble: Trouble) => void;
}

/**
 * Grades submissions, some at once. Trouble of ours is tried again and then told as such; one submission
 * never stops another.
 *
 * @throws what `troubleOf` does not know, and trouble that concerns all, such as a full disk
 */
export async function gradeClass(run: ClassRun): Promise<void> {
  const { submissions, server, setting, jobs } = run;
  await pMap(
    submissions,
    async (submission) => {
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
      await run.onResult(result);
    },
    { concurrency: jobs },
  );
}
