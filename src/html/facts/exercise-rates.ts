import type { Bilingual } from '../../messages/sentence.ts';
import type { CheckFact, ExerciseInfo, ExerciseResult } from '../../results/results.ts';
import { byFrequency } from './by-frequency.ts';
import type { Scored } from './marks.ts';

/** How a class did in an exercise. */
export interface ExerciseRates {
  readonly info: ExerciseInfo;
  /** Submissions that hold an answer to it, right or wrong. */
  readonly answered: number;
  readonly passed: number;
  /** Not handed in, or as it was handed out. */
  readonly unanswered: number;
  /** Answers whose execution did not complete. */
  readonly crashed: number;
  readonly checks: readonly CheckRate[];
}

export interface CheckRate {
  readonly info: ExerciseInfo['checks'][number];
  /**
   * What the answers were asked, the most frequent first: a program in Python may be asked in other words than one in
   * TypeScript.
   */
  readonly sentences: readonly Bilingual[];
  readonly passed: number;
  readonly failed: number;
  /** Never looked at, since a check before it failed. */
  readonly skipped: number;
}

export function exerciseRates(info: ExerciseInfo, submissions: readonly Scored[]): ExerciseRates {
  const results = resultsOf(info.name, submissions);
  const answers = results.filter(isAnswer);
  const facts = answers.flatMap(({ checks }) => checks);
  const count = (id: string, outcome: CheckFact['outcome']) =>
    facts.filter((check) => check.id === id && check.outcome === outcome).length;
  return {
    info,
    answered: answers.length,
    passed: answers.filter(({ passed }) => passed).length,
    unanswered: results.length - answers.length,
    crashed: answers.filter(({ outcome }) => outcome !== 'graded').length,
    checks: info.checks.map((check) => ({
      info: check,
      sentences: byFrequency(
        facts.filter(({ id }) => id === check.id).map(({ sentence }) => sentence),
      ).map(({ message }) => message),
      passed: count(check.id, 'passed'),
      failed: count(check.id, 'failed'),
      skipped: count(check.id, 'skipped'),
    })),
  };
}

export function isAnswer({ outcome }: ExerciseResult): boolean {
  return outcome !== 'missing' && outcome !== 'to-do';
}

function resultsOf(name: string, submissions: readonly Scored[]): ExerciseResult[] {
  return submissions.flatMap(({ exercises }) =>
    exercises.filter(({ exercise }) => exercise === name),
  );
}
