import { message, type Language } from '../messages/sentence.ts';
import type { CheckFact, ExerciseResult, Results, SubmissionResult } from '../results/results.ts';
import { oneLine, plainLines } from './plain-text.ts';
import { say } from './words.ts';

/** One exercise of a submission in one language; every text is plain (`plain-text.ts`), and still to be escaped. */
export interface ExerciseFeedback {
  readonly result: ExerciseResult;
  /** `NN-name`. */
  readonly exercise: string;
  readonly title: string;
  /** What happened to the execution, when it did not complete; where all else is right it is told, and fails nothing. */
  readonly execution: CheckFeedback | null;
  /** Never empty, and their points add up to the exercise's; the execution is the first where the exercise failed. */
  readonly checks: readonly CheckFeedback[];
  readonly output: string;
}

export interface CheckFeedback {
  readonly id: string;
  readonly outcome: CheckFact['outcome'];
  readonly points: number;
  readonly maxPoints: number;
  readonly sentence: string;
  /** What was seen and what to try, in lines; empty for a passed check. */
  readonly detail: string;
}

/** What is to be said of each exercise of a submission. */
export function feedbackOf(
  results: Results,
  submission: SubmissionResult,
  language: Language,
): readonly ExerciseFeedback[] {
  const problem = problemOf(submission, language);
  return submission.exercises.map((result) => {
    const info = results.exercises.find(({ name }) => name === result.exercise);
    const title = oneLine(info?.title[language] ?? result.exercise);
    const trouble = result.trouble === null ? null : oneLine(result.trouble[language]) || '?';
    const execution = trouble === null ? null : executionOf(trouble, language);
    return {
      result,
      exercise: oneLine(result.exercise),
      title,
      execution,
      checks: checksOf(result, { title, execution, problem }, language),
      output: plainLines(result.output),
    };
  });
}

/** The checks worth telling a student about: what failed, or the trouble alone where that is all that happened. */
export function toImprove({
  result,
  execution,
  checks,
}: ExerciseFeedback): readonly CheckFeedback[] {
  if (execution !== null && (result.passed || result.points === 0)) return [execution];
  return checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'broken');
}

/** Why a submission has no mark, or none that was earned; null where its checks say it all. */
export function problemOf({ problem }: SubmissionResult, language: Language): string | null {
  return problem === null ? null : oneLine(problem[language]);
}

function checksOf(
  result: ExerciseResult,
  known: {
    readonly title: string;
    readonly execution: CheckFeedback | null;
    readonly problem: string | null;
  },
  language: Language,
): CheckFeedback[] {
  const { title, execution, problem } = known;
  const checks = result.checks.map((check) => toFeedback(check, result, language));
  if (checks.length === 0) {
    const key = result.outcome === 'to-do' ? 'export.to-do' : 'export.missing';
    const { points, maxPoints } = result;
    const detail = problem ?? say(message(key), language);
    checks.push({ id: 'handed-in', outcome: 'failed', points, maxPoints, sentence: title, detail });
  }
  // A program that breaks at its end may have passed every check and failed the exercise.
  if (execution !== null && !result.passed) checks.unshift(execution);
  return checks;
}

function executionOf(trouble: string, language: Language): CheckFeedback {
  const sentence = say(message('export.execution'), language);
  const none = { points: 0, maxPoints: 0 };
  return { id: 'execution', outcome: 'failed', ...none, sentence, detail: trouble };
}

function toFeedback(check: CheckFact, result: ExerciseResult, language: Language): CheckFeedback {
  const { id, outcome, points, maxPoints } = check;
  return {
    id: oneLine(id),
    outcome,
    points,
    maxPoints,
    sentence: oneLine(check.sentence[language]),
    detail: detailOf(check, result, language).join('\n'),
  };
}

function detailOf(check: CheckFact, result: ExerciseResult, language: Language): string[] {
  switch (check.outcome) {
    case 'passed':
      return [];
    case 'failed': {
      const lines = check.message === null ? [] : [plainLines(check.message[language], 800)];
      if (check.at !== undefined) lines.push(oneLine(check.at.sentence[language], 400));
      if (check.hint === null) return lines;
      const hint = oneLine(check.hint[language], 400);
      return [...lines, say(message('report.try', { hint }), language)];
    }
    case 'skipped': {
      if (check.blockedBy === null)
        return result.trouble === null ? [] : [oneLine(result.trouble[language])];
      const first = result.checks.find(({ id }) => id === check.blockedBy);
      const sentence = oneLine(first?.sentence[language] ?? check.blockedBy);
      return [say(message('export.blocked', { sentence }), language)];
    }
    case 'broken': {
      const error = oneLine(check.brokenBecause ?? '');
      return [say(message('report.broken-check', { error }), language)];
    }
  }
}
