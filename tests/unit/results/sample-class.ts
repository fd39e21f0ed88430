import { runFinished } from '../../../src/judge/checks/run.ts';
import { metric, param } from '../../../src/judge/checks/values.ts';
import { defineGrader } from '../../../src/judge/grader.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { Snapshot } from '../../../src/judge/snapshot.ts';
import { message } from '../../../src/messages/sentence.ts';
import { ownOutput } from '../../../src/report/own-output.ts';
import { exerciseInfo, exerciseResult, notRun } from '../../../src/results/exercise-result.ts';
import type { ExerciseResult, Results, SubmissionResult } from '../../../src/results/results.ts';
import { modelWith, requestWith, runWith, snapshotWith } from '../judge/snapshots.ts';

const HASH = 'a'.repeat(64);
const RUN = 'mon-premier-run-mlflow';
const HINT = { fr: 'un indice', en: 'a hint' };
const hints = [HINT, HINT, HINT] as const;

/** Graders of our own, so that new checks of the workshop's change nothing here: answered, crashed, missing. */
const asked = [
  defineGrader({
    name: '01-first-run',
    title: { fr: 'Votre premier run', en: 'Your first run' },
    hints,
    checks: [
      runFinished(RUN),
      param(RUN, 'n_estimators', 100),
      param(RUN, 'max_depth', 10),
      metric(RUN, 'accuracy'),
      metric(RUN, 'f1'),
    ],
  }),
  defineGrader({
    name: '07-gradient-boosting',
    title: { fr: 'Logger un Gradient Boosting', en: 'Log a gradient boosting' },
    hints,
    checks: [
      runFinished('exercice-gradient-boosting'),
      param('exercice-gradient-boosting', 'learning_rate', 0.1),
      metric('exercice-gradient-boosting', 'recall'),
    ],
  }),
  defineGrader({
    name: '09-best-model',
    title: { fr: 'Trouver le meilleur modèle', en: 'Find the best model' },
    hints,
    checks: [runFinished('meilleur')],
  }),
];

/** A class in which every field of `results/v1` is filled somewhere. */
export function sampleClass(submissions: readonly SubmissionResult[] = sampleSubmissions): Results {
  return {
    schema: 'results/v1',
    generator: { name: 'du-chaos-a-mlflow', version: '0.1.0' },
    mlflow: { version: '3.17.2' },
    gradersHash: HASH,
    startedAt: '2026-11-24T08:00:00.000Z',
    finishedAt: '2026-11-24T08:03:20.500Z',
    exercises: asked.map(exerciseInfo),
    submissions,
  };
}

/** A graded submission: the first exercise right but for one check, the second crashed, the third missing. */
export function gradedSubmission(
  id: string,
  changes: Partial<SubmissionResult> = {},
  printed = 'Accuracy: 0.81',
): SubmissionResult {
  const exercises = asked.map((grader, index) =>
    index === 2 ? notRun(grader, 'missing', null) : gradedExercise(id, index, printed),
  );
  return {
    id,
    name: id,
    identity: {},
    late: null,
    source: id,
    contentHash: HASH,
    outcome: 'graded',
    problem: null,
    points: exercises.reduce((sum, { points }) => sum + points, 0),
    maxPoints: exercises.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    exercises,
    ignored: [],
    fingerprints: { models: [HASH], metrics: [HASH], sources: { '01-first-run': HASH } },
    gradedAt: '2026-11-24T08:02:00.250Z',
    workspace: `class-${id}`,
    ...changes,
  };
}

/** Nothing in it can be graded: no points, out of the same maximum. */
export function unreadableSubmission(
  id: string,
  changes: Partial<SubmissionResult> = {},
): SubmissionResult {
  return gradedSubmission(id, {
    outcome: 'unreadable',
    problem: { fr: 'Le ZIP est illisible.', en: 'The ZIP cannot be read.' },
    points: 0,
    exercises: asked.map((grader) => notRun(grader, 'missing', null)),
    workspace: null,
    ...changes,
  });
}

/** Our own trouble: no mark at all. */
export function infraError(id: string, changes: Partial<SubmissionResult> = {}): SubmissionResult {
  return unreadableSubmission(id, {
    outcome: 'infra-error',
    problem: { fr: 'MLflow ne répond plus.', en: 'MLflow no longer answers.' },
    points: null,
    exercises: [],
    ...changes,
  });
}

/** What each kind of ending looks like. */
export const sampleSubmissions: readonly SubmissionResult[] = [
  gradedSubmission('alice-martin-1042', {
    name: 'Alice Martin',
    identity: {
      email: 'alice@example.org',
      studentId: 's1042',
      moodleParticipant: '1042',
      canvasUserId: '4242',
      canvasAnonymousId: 'aB3',
      gradescopeSubmissionId: '77',
      githubLogin: 'alice-m',
      members: [{ name: 'Alice Martin', email: 'alice@example.org', studentId: 's1042' }],
    },
    late: true,
    ignored: [{ path: 'alice/notes.txt', why: { fr: 'pas du code', en: 'not code' } }],
  }),
  unreadableSubmission('bob', { name: 'Bob' }),
  infraError('chloe', { name: 'Chloé' }),
];

function gradedExercise(id: string, index: number, printed: string): ExerciseResult {
  const grader = asked[index];
  if (grader === undefined) throw new Error('the sample asks for three exercises');
  const snapshot = snapshots(grader.name, index, printed);
  return exerciseResult({
    verdict: judge(grader, snapshot),
    snapshot,
    trouble:
      index === 1
        ? message('execution.threw-at', {
            error: 'TypeError: oops',
            place: message('place.line', { line: 12 }),
          })
        : null,
    notes: index === 0 ? [message('note.several-runs', { name: 'a-run', count: 2 })] : [],
    output: ownOutput(snapshot),
    url: `http://localhost:5000/#/experiments/1/runs/r${index}?workspace=class-${id}`,
    memoryBytes: 180_000_000,
    ranWith: null,
    file: {
      kind: 'typescript',
      source: `${id}/${grader.name}.ts`,
      path: `submissions/${id}/${grader.name}.ts`,
      sha256: HASH,
    },
    figures: [{ artifact: 'figure.png', path: `submissions/${id}/${grader.name}/figure.png` }],
    snapshotPath: `submissions/${id}/${grader.name}.json`,
  });
}

function snapshots(exercise: string, index: number, output: string): Snapshot {
  const { execution } = snapshotWith();
  if (index === 1) {
    const error = { name: 'TypeError', message: 'oops', line: 12 };
    return snapshotWith({ exercise, execution: { ...execution, output, outcome: 'threw', error } });
  }
  return snapshotWith({
    exercise,
    execution: { ...execution, output },
    runs: [
      runWith({
        name: RUN,
        params: { model_type: 'RandomForest', n_estimators: '100', max_depth: '12' },
        metrics: { accuracy: 0.81, f1: 0.55 },
        models: [modelWith()],
      }),
    ],
    requests: [
      requestWith({
        path: '/api/2.0/mlflow/runs/create',
        requestBytes: 120,
        responseBytes: 640,
        at: 1_795_500_000_000,
        durationMs: 12,
      }),
      requestWith({
        path: '/api/2.0/mlflow/runs/log-parameter',
        requestBytes: 90,
        responseBytes: 2,
        at: 1_795_500_000_030,
        durationMs: 9,
        origin: { cell: 7, line: 3 },
        wrote: { runId: 'r1', params: ['max_depth'], metrics: [], tags: [], name: null },
      }),
    ],
  });
}
