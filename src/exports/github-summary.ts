import { message, type Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { classNumbers } from './class-numbers.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { feedbackOf, problemOf, toImprove, type ExerciseFeedback } from './feedback.ts';
import { markOf } from './mark.ts';
import { noMark } from './no-mark.ts';
import { oneLine } from './plain-text.ts';
import { say } from './words.ts';

/** GitHub refuses a summary of more than 1024 kB: room is left for what else a step adds. */
const LIMIT_BYTES = 900_000;

/**
 * The Markdown that a job appends to `$GITHUB_STEP_SUMMARY`: for one submission its exercises and what is to
 * be improved, for a class a table. What would not fit is counted. Pure.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
 */
export function toGitHubSummary(results: Results, language: Language): string {
  const [only, ...others] = results.submissions;
  return only !== undefined && others.length === 0
    ? submissionSummary(results, only, language)
    : classSummary(results, language);
}

function classSummary(results: Results, language: Language): string {
  const head = [say(message('export.student'), language), say(message('export.points'), language)];
  const numbers = results.exercises.map(({ name }) => name.slice(0, 2));
  const rows = results.submissions.map((submission) => {
    const mark = markOf(submission);
    const cells = results.exercises.map(({ name }) => {
      const own = submission.exercises.find(({ exercise }) => exercise === name);
      return mark === null || own === undefined ? '' : `${own.points}`;
    });
    const points = mark === null ? '–' : `${mark}/${submission.maxPoints}`;
    const why = escapeMarkdown(
      noMark(submission, language) ?? problemOf(submission, language) ?? '',
    );
    const name = escapeMarkdown(oneLine(submission.name, 100));
    return row([why === '' ? name : `${name}<br>${why}`, points, ...cells]);
  });
  const lines = [
    `## ${escapeMarkdown(say(message('export.class'), language))}`,
    '',
    escapeMarkdown(classNumbers(results, language)),
    '',
    row([...head, ...numbers].map(escapeMarkdown)),
    row(['---', '---:', ...numbers.map(() => '---:')]),
  ];
  return fit(lines, rows, language);
}

function submissionSummary(
  results: Results,
  submission: SubmissionResult,
  language: Language,
): string {
  const mark = markOf(submission);
  const problem = noMark(submission, language) ?? problemOf(submission, language);
  const lines = [
    `## ${escapeMarkdown(oneLine(submission.name, 100))} — ${mark ?? '–'}/${submission.maxPoints}`,
    '',
    ...(problem === null ? [] : [escapeMarkdown(problem), '']),
  ];
  const blocks = feedbackOf(results, submission, language).map(exerciseBlock);
  return fit(lines, blocks, language);
}

function exerciseBlock(feedback: ExerciseFeedback): string {
  const { result, exercise, title } = feedback;
  const sign = result.passed ? '✅' : result.broken ? '⚠️' : '❌';
  const points = `${result.points}/${result.maxPoints}`;
  const head = `${sign} **${escapeMarkdown(exercise)}** ${escapeMarkdown(title)} — ${points}`;
  const items = toImprove(feedback).map(({ sentence, detail }) => {
    const lines = [sentence, ...detail.split('\n')].map(escapeMarkdown);
    return `- ${lines.join('<br>')}`;
  });
  return [head, '', ...items, ''].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function fit(head: readonly string[], blocks: readonly string[], language: Language): string {
  const kept: string[] = [...head];
  let bytes = Buffer.byteLength(head.join('\n'));
  for (const [index, block] of blocks.entries()) {
    bytes += Buffer.byteLength(block) + 1;
    if (bytes > LIMIT_BYTES) {
      const count = blocks.length - index;
      kept.push('', escapeMarkdown(say(message('export.more', { count }), language)));
      break;
    }
    kept.push(block);
  }
  return `${kept.join('\n')}\n`;
}
