import type { Grader } from '../judge/grader.ts';
import type { CheckResult, Verdict } from '../judge/judge.ts';
import type { Place } from '../judge/origin-of.ts';
import type { Snapshot } from '../judge/snapshot.ts';
import type { Sentence } from '../messages/sentence.ts';
import { bilingual } from './bilingual.ts';
import type {
  CheckFact,
  ExerciseInfo,
  ExerciseResult,
  RequestLine,
  SubmittedFileFact,
} from './results.ts';

export interface GradedExercise {
  readonly verdict: Verdict;
  readonly snapshot: Snapshot;
  readonly trouble: Sentence | null;
  readonly notes: readonly Sentence[];
  readonly url: string | null;
  readonly memoryBytes: number | null;
  readonly file: SubmittedFileFact;
  readonly figures: ExerciseResult['figures'];
  /** Where the snapshot is kept, as a file of the out folder. */
  readonly snapshotPath: string;
}

/** The first requests of each exercise that are kept; a search in a loop makes thousands. */
const TIMELINE = 200;

export function exerciseInfo({ name, title, checks }: Grader): ExerciseInfo {
  return {
    name,
    title,
    maxPoints: maxPointsOf(checks),
    checks: checks.map(({ id, sentence, points }) => ({
      id,
      sentence: bilingual(sentence),
      points,
    })),
  };
}

export function exerciseResult(graded: GradedExercise): ExerciseResult {
  const { verdict, snapshot, file, figures, url, memoryBytes } = graded;
  const { outcome, passed, broken, points, maxPoints } = verdict;
  const { durationMs, limitMs, output } = snapshot.execution;
  return {
    exercise: verdict.exercise,
    outcome,
    passed,
    broken,
    points,
    maxPoints,
    durationMs,
    limitMs,
    memoryBytes,
    url,
    trouble: graded.trouble === null ? null : bilingual(graded.trouble),
    notes: graded.notes.map(bilingual),
    output,
    file,
    checks: verdict.checks.map(toCheckFact),
    timeline: snapshot.requests.slice(0, TIMELINE).map(toLine),
    figures,
    snapshot: graded.snapshotPath,
  };
}

/** An exercise that was not run: nothing was handed in, or the file as it was handed out. */
export function notRun(
  grader: Grader,
  outcome: 'missing' | 'to-do',
  file: SubmittedFileFact | null,
): ExerciseResult {
  return {
    exercise: grader.name,
    outcome,
    passed: false,
    broken: false,
    points: 0,
    maxPoints: maxPointsOf(grader.checks),
    durationMs: null,
    limitMs: null,
    memoryBytes: null,
    url: null,
    trouble: null,
    notes: [],
    output: '',
    file,
    checks: [],
    timeline: [],
    figures: [],
    snapshot: null,
  };
}

function toCheckFact(check: CheckResult): CheckFact {
  const { id, outcome, points, maxPoints, failure, blockedBy, brokenBecause } = check;
  return {
    id,
    outcome,
    points,
    maxPoints,
    blockedBy,
    brokenBecause,
    sentence: bilingual(check.sentence),
    message: failure === null ? null : bilingual(failure.message),
    hint: failure?.hint === undefined ? null : bilingual(failure.hint),
    ...(failure !== null && failure.at !== null && { at: toAt(failure.at) }),
  };
}

function toAt({ origin, sentence }: Place): NonNullable<CheckFact['at']> {
  return { ...origin, sentence: bilingual(sentence) };
}

function toLine(request: Snapshot['requests'][number]): RequestLine {
  const { at, method, path, status, requestBytes, responseBytes, durationMs, origin } = request;
  const line = { at, method, path, status, requestBytes, responseBytes, durationMs };
  return origin === null ? line : { ...line, origin };
}

function maxPointsOf(checks: readonly { readonly points: number }[]): number {
  return checks.reduce((sum, { points }) => sum + points, 0);
}
