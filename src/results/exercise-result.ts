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
  /** What it printed itself. */
  readonly output: string;
  readonly url: string | null;
  readonly memoryBytes: number | null;
  readonly file: SubmittedFileFact;
  /** Of a file that ran once for several exercises: the one with which its run is told; null for that one. */
  readonly ranWith: string | null;
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
  const { verdict, file, ranWith, figures, url } = graded;
  const { outcome, passed, broken, points, maxPoints } = verdict;
  return {
    exercise: verdict.exercise,
    outcome,
    passed,
    broken,
    points,
    maxPoints,
    ...(ranWith === null ? runOf(graded) : TOLD_ELSEWHERE),
    url,
    trouble: graded.trouble === null ? null : bilingual(graded.trouble),
    ...troubleAt(graded),
    file,
    ...(ranWith !== null && { ranWith }),
    checks: verdict.checks.map(toCheckFact),
    figures,
    snapshot: graded.snapshotPath,
  };
}

function troubleAt({ trouble, snapshot }: GradedExercise): Pick<ExerciseResult, 'troubleAt'> {
  const { line = null, cell = null } = snapshot.execution.error ?? {};
  // The submission's own process says so: it may say anything.
  const isPlace = line !== null && line > 0 && (cell === null || cell > 0);
  return trouble !== null && isPlace ? { troubleAt: { cell, line } } : {};
}

type RunFacts = Pick<
  ExerciseResult,
  'durationMs' | 'limitMs' | 'memoryBytes' | 'notes' | 'output' | 'timeline'
>;

/** What a run took and did, which is told once. */
function runOf({ snapshot, memoryBytes, notes, output }: GradedExercise): RunFacts {
  const { durationMs, limitMs } = snapshot.execution;
  return {
    durationMs,
    limitMs,
    memoryBytes,
    notes: notes.map(bilingual),
    output,
    timeline: snapshot.requests.slice(0, TIMELINE).map(toLine),
  };
}

const TOLD_ELSEWHERE: RunFacts = {
  durationMs: null,
  limitMs: null,
  memoryBytes: null,
  notes: [],
  output: '',
  timeline: [],
};

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
    ...TOLD_ELSEWHERE,
    url: null,
    trouble: null,
    file,
    checks: [],
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
