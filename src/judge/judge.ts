import type { Sentence } from '../messages/sentence.ts';
import { writtenIn } from '../messages/written-in.ts';
import type { Check, Failure } from './check.ts';
import type { Grader } from './grader.ts';
import { placeOf, type Place } from './origin-of.ts';
import type { Execution, Snapshot } from './snapshot.ts';

/** A failure as it is told. */
export interface ToldFailure extends Omit<Failure, 'evidence'> {
  /** Where in the submission it was made; null where that is not known. */
  readonly at: Place | null;
}

export interface CheckResult {
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'broken';
  readonly points: number;
  readonly maxPoints: number;
  readonly sentence: Sentence;
  readonly failure: ToldFailure | null;
  /** Of a skipped check: the id of the check to mend first; null where nothing was seen of the exercise. */
  readonly blockedBy: string | null;
  /** Of a broken check: our own error, never the student's. */
  readonly brokenBecause: string | null;
}

export interface Verdict {
  readonly exercise: string;
  readonly outcome: 'graded' | 'crashed' | 'timed-out' | 'out-of-memory';
  readonly passed: boolean;
  /** True when one of our own checks broke: the verdict says nothing about the student. */
  readonly broken: boolean;
  readonly points: number;
  readonly maxPoints: number;
  readonly checks: readonly CheckResult[];
}

/**
 * Applies a grader's checks to a snapshot. Pure; a check that throws is ours and marked broken. A file has passed when
 * it ran to its end, too; of a file of several exercises one of which everything is right has, however the file ended.
 */
export function judge(grader: Grader, snapshot: Snapshot): Verdict {
  const results = new Map<string, CheckResult>();
  for (const check of grader.checks) {
    const blockedBy = check.needs.find((id) => results.get(id)?.outcome !== 'passed') ?? null;
    const sentence = writtenIn(snapshot.language, check.sentence);
    const base = { id: check.id, maxPoints: check.points, sentence };
    const unset = { points: 0, failure: null, blockedBy: null, brokenBecause: null };
    if (blockedBy !== null) {
      const first = results.get(blockedBy)?.blockedBy ?? blockedBy;
      results.set(check.id, { ...base, ...unset, outcome: 'skipped', blockedBy: first });
      continue;
    }
    try {
      const found = check.test(snapshot);
      results.set(
        check.id,
        found === null
          ? { ...base, ...unset, outcome: 'passed', points: check.points }
          : { ...base, ...unset, outcome: 'failed', failure: tell(check, found, snapshot) },
      );
    } catch (error) {
      const brokenBecause = error instanceof Error ? error.message : String(error);
      results.set(check.id, { ...base, ...unset, outcome: 'broken', brokenBecause });
    }
  }
  const { part, notRun, runs, execution } = snapshot;
  const judged = [...results.values()];
  const isElsewhere = execution.elsewhere !== undefined && runs.length === 0;
  const checks = notRun || isElsewhere ? judged.map(withoutMisses) : judged;
  const right = checks.every((check) => check.outcome === 'passed');
  const ended = outcomeOf(execution);
  const outcome = part && right ? 'graded' : notRun && ended === 'graded' ? 'crashed' : ended;
  return {
    exercise: grader.name,
    outcome,
    passed: outcome === 'graded' && right,
    broken: checks.some((check) => check.outcome === 'broken'),
    points: sum(checks.map((check) => check.points)),
    maxPoints: sum(checks.map((check) => check.maxPoints)),
    checks,
  };
}

/** What an exercise has missed that never ran, or logged in another MLflow, says nothing about it. */
function withoutMisses(result: CheckResult): CheckResult {
  const isMiss = result.outcome === 'failed' || result.outcome === 'skipped';
  return isMiss ? { ...result, outcome: 'skipped', failure: null, blockedBy: null } : result;
}

function tell(check: Check, { evidence, ...found }: Failure, snapshot: Snapshot): ToldFailure {
  const { language } = snapshot;
  return {
    message: writtenIn(language, found.message),
    hint: writtenIn(language, found.hint ?? check.hint),
    at: evidence === undefined ? null : placeOf(snapshot, evidence),
  };
}

function outcomeOf(execution: Execution): Verdict['outcome'] {
  switch (execution.outcome) {
    case 'completed':
    case 'unreadable-return':
      return 'graded';
    case 'timed-out':
    case 'out-of-memory':
      return execution.outcome;
    default:
      return 'crashed';
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
