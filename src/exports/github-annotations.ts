import type { Language } from '../messages/sentence.ts';
import type { ExerciseResult, Results, SubmissionResult } from '../results/results.ts';
import { feedbackOf, toImprove, type ExerciseFeedback } from './feedback.ts';
import { noMark } from './no-mark.ts';
import { oneLine } from './plain-text.ts';

/**
 * Workflow commands for a job's log, a line for each exercise that is not passed: GitHub shows the first ten
 * errors of a step beside the student's files. Pure.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function toGitHubAnnotations(
  results: Results,
  submission: SubmissionResult,
  language: Language,
): string {
  const reason = noMark(submission, language);
  const trouble = reason === null ? [] : [command('warning', {}, reason)];
  const lines = feedbackOf(results, submission, language).flatMap(toCommand);
  return [...trouble, ...lines].map((line) => `${line}\n`).join('');
}

function toCommand(feedback: ExerciseFeedback): string[] {
  const { result, exercise, title } = feedback;
  if (result.passed) return [];
  const text = toImprove(feedback)
    .map(({ sentence, detail }) => `${sentence}\n${detail}`)
    .join('\n');
  const level = result.broken ? 'warning' : result.outcome === 'to-do' ? 'notice' : 'error';
  const line = lineOf(result);
  const properties = {
    ...(result.file !== null && { file: oneLine(result.file.source) }),
    ...(line !== null && { line: String(line) }),
    title: `${exercise} ${title} ${result.points}/${result.maxPoints}`,
  };
  return [command(level, properties, text)];
}

/**
 * Where an error ended it, else where the first failure that knows it was made; none in a notebook, whose lines are not
 * those of its file.
 */
function lineOf({ file, checks, troubleAt }: ExerciseResult): number | null {
  if (file === null || file.kind === 'notebook') return null;
  const places = [troubleAt ?? [], ...checks.map(({ at }) => at ?? [])].flat();
  return places.find(({ cell }) => cell === null)?.line ?? null;
}

function command(
  level: string,
  properties: Readonly<Record<string, string>>,
  text: string,
): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${level}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${data(text)}`;
}

/** As GitHub's own toolkit escapes: a line break would begin another command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
