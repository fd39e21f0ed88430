import type { CheckResult } from '../judge/judge.ts';

/** What became of one law case. */
export interface LawResult {
  readonly exercise: string;
  readonly answer: string;
  readonly outcome: string;
  readonly checks: readonly { readonly id: string; readonly outcome: CheckResult['outcome'] }[];
}

const MARKS: Readonly<Record<CheckResult['outcome'], string>> = {
  passed: '·',
  failed: '✗',
  skipped: '-',
  broken: '!',
};

/** Answers against checks, one table an exercise: `✗` failed, `·` passed, `-` skipped, `!` broken. */
export function renderMatrix(results: readonly LawResult[]): string {
  const exercises = [...new Set(results.map((result) => result.exercise))].sort();
  return exercises.map((exercise) => renderExercise(exercise, results)).join('\n\n');
}

function renderExercise(exercise: string, all: readonly LawResult[]): string {
  const results = all.filter((result) => result.exercise === exercise);
  const ids = results[0]?.checks.map((check) => check.id) ?? [];
  const width = Math.max(...results.map((result) => result.answer.length), exercise.length);
  const header = ids.map((id, i) => `  ${String(i + 1).padStart(2)} ${id}`);
  const numbers = ids.map((_, i) => String(i + 1).padStart(2)).join(' ');
  const rows = results.map(({ answer, checks, outcome }) => {
    const marks = checks.map((check) => ` ${MARKS[check.outcome]}`).join(' ');
    const ending = outcome === 'graded' ? '' : `  ${outcome}`;
    return `  ${answer.padEnd(width)}  ${marks}${ending}`;
  });
  return [exercise, ...header, `  ${''.padEnd(width)}  ${numbers}`, ...rows].join('\n');
}

/** Checks that no wrong answer fails: a grader that has one is not finished. */
export function unkilledChecks(results: readonly LawResult[]): string[] {
  const checks = new Set<string>();
  const killed = new Set<string>();
  for (const { exercise, answer, checks: outcomes } of results) {
    for (const { id, outcome } of outcomes) {
      checks.add(`${exercise} / ${id}`);
      if (outcome === 'failed' && answer !== 'stub' && answer !== 'solution') {
        killed.add(`${exercise} / ${id}`);
      }
    }
  }
  return [...checks].filter((check) => !killed.has(check));
}
