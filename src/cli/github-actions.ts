import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { toGitHubAnnotations } from '../exports/github-annotations.ts';
import { toGitHubSummary } from '../exports/github-summary.ts';
import type { Results } from '../results/results.ts';
import type { Console } from './console.ts';

/** The log of a GitHub Actions job in which what a submission printed is shown. */
export interface GitHubLog {
  /**
   * Lets GitHub read commands again, marks the lines of the student's files that are to be looked at, and adds to the
   * job's summary. @param results null where nothing was graded
   */
  end(results: Results | null): Promise<void>;
}

/**
 * From here on no line of the log is a command to GitHub: a submission could print some. Null elsewhere.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function openGitHubLog(io: Console): GitHubLog | null {
  if (io.env['GITHUB_ACTIONS'] !== 'true') return null;
  const token = randomUUID();
  io.print(`::stop-commands::${token}`);
  return {
    async end(results) {
      io.print(`::${token}::`);
      if (results === null) return;
      const [submission] = results.submissions;
      if (submission !== undefined)
        io.print(toGitHubAnnotations(results, submission, io.language).trimEnd());
      await addToGitHubSummary(results, io);
    },
  };
}

/** Adds to the summary of the GitHub Actions job, where there is one. */
export async function addToGitHubSummary(results: Results, io: Console): Promise<void> {
  const file = io.env['GITHUB_STEP_SUMMARY'];
  if (file !== undefined && file !== '')
    await appendFile(file, toGitHubSummary(results, io.language));
}
