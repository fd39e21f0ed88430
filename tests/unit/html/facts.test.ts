import { describe, expect, test } from 'vitest';
import { exerciseRates } from '../../../src/html/facts/exercise-rates.ts';
import { distribution, median, scored } from '../../../src/html/facts/marks.ts';
import { mistakes } from '../../../src/html/facts/mistakes.ts';
import { resources } from '../../../src/html/facts/resources.ts';
import { similarity, type Group } from '../../../src/html/facts/similarity.ts';
import { timeSpent } from '../../../src/html/facts/time-spent.ts';
import { wrongNames } from '../../../src/html/facts/wrong-names.ts';
import type { RequestLine, SubmissionResult } from '../../../src/results/results.ts';
import {
  gradedSubmission,
  infraError,
  sampleClass,
  unreadableSubmission,
} from '../results/sample-class.ts';
import { mixedClass } from './mixed-class.ts';

const mixed = mixedClass();

describe('marks', () => {
  test('are counted in tenths of the points; trouble of ours is no mark', () => {
    const [submissions] = [
      [0, 3, 29, 30].map((points) => gradedSubmission(`s${points}`, { points, maxPoints: 30 })),
    ];
    const marks = scored(sampleClass([...(submissions ?? []), infraError('ours')]));
    expect(distribution(marks)).toEqual({
      count: 4,
      mean: 15.5,
      median: 16,
      full: 1,
      bins: [1, 1, 0, 0, 0, 0, 0, 0, 0, 2],
    });
  });

  test('of nobody have no distribution', () => {
    expect(distribution(scored(sampleClass([infraError('ours')])))).toBeNull();
  });

  test('the median of an even number lies between the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});

test('the rates of a check count the answers alone', () => {
  const { exercises } = sampleClass();
  const submissions = scored(sampleClass([gradedSubmission('a'), unreadableSubmission('b')]));
  const [first] = exercises.map((info) => exerciseRates(info, submissions));
  const rate = first?.checks.find(({ info }) => info.id === 'param-max-depth');
  expect(first).toMatchObject({ answered: 1, passed: 0, unanswered: 1, crashed: 0 });
  expect(rate).toMatchObject({ passed: 0, failed: 1, skipped: 0 });
});

test('checks are told as those were told who answered, in both ways where both were', () => {
  const inPython = (submission: SubmissionResult): SubmissionResult => ({
    ...submission,
    exercises: submission.exercises.map((exercise) => ({
      ...exercise,
      checks: exercise.checks.map((check) => ({
        ...check,
        sentence: { fr: `${check.sentence.fr} (py)`, en: `${check.sentence.en} (py)` },
      })),
    })),
  });
  const [info] = sampleClass().exercises;
  const asked = (...submissions: SubmissionResult[]) => {
    const rates = info && exerciseRates(info, scored(sampleClass(submissions)));
    const [mistake] = mistakes({ submissions });
    const rate = rates?.checks.find(({ info: { id } }) => id === 'param-max-depth');
    expect(mistake?.sentences).toEqual(rate?.sentences);
    return rate?.sentences.map(({ en }) => en);
  };
  const [a, b, c] = [gradedSubmission('a'), gradedSubmission('b'), gradedSubmission('c')];
  const typescript = 'The parameter max_depth is 10';
  expect(asked(a)).toEqual([typescript]);
  expect(asked(inPython(a))).toEqual([`${typescript} (py)`]);
  expect(asked(a, inPython(b), inPython(c))).toEqual([`${typescript} (py)`, typescript]);
});

test('the commonest mistake comes first, with what was said most often first', () => {
  const [first] = mistakes(mixed);
  const counts = first?.messages.map(({ count }) => count) ?? [];
  expect(first?.sentences[0]?.en).toBe(
    'The run returned is the best active, FINISHED run by accuracy',
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(first?.submissions.length);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});

test('wrong names are told from what was said: what was asked for, and what was found', () => {
  const told = wrongNames(mixed).map(({ kind, expected, found, submissions }) => [
    kind,
    expected,
    found,
    submissions.length,
  ]);
  expect(told).toContainEqual(['param', 'n_estimators', 'nEstimators', 4]);
  expect(told).toContainEqual(['metric', 'f1', 'F1', 4]);
  expect(told).toContainEqual([
    'run',
    'exercice-gradient-boosting',
    'exercice_gradient_boosting',
    2,
  ]);
  expect(told).toContainEqual([
    'run',
    'exercice-gradient-boosting',
    `"><img src=x onerror="document.title='owned'">`,
    3,
  ]);
});

test('time and memory are those of what was run', () => {
  const facts = resources(sampleClass([gradedSubmission('a'), unreadableSubmission('b')]));
  expect(
    facts.map(({ exercise, answers, medianMs, limitMs }) => [exercise, answers, medianMs, limitMs]),
  ).toEqual([
    ['01-first-run', 1, 10, 1000],
    ['07-gradient-boosting', 1, 10, 1000],
  ]);
  expect(facts[0]?.memory?.largest.submission.id).toBe('a');
});

test('time of a file that holds several exercises is none of theirs', () => {
  const alone = gradedSubmission('a');
  const whole = gradedSubmission('b');
  const exercises = whole.exercises.map((result, index) =>
    index === 1
      ? { ...result, ranWith: '01-first-run', durationMs: null, memoryBytes: null }
      : { ...result, durationMs: result.durationMs === null ? null : 999 },
  );
  const facts = resources(sampleClass([alone, { ...whole, exercises }]));
  expect(facts.map(({ exercise, answers, medianMs }) => [exercise, answers, medianMs])).toEqual([
    ['01-first-run', 1, 10],
    ['07-gradient-boosting', 1, 10],
    [null, 1, 999],
  ]);
});

describe('similarity', () => {
  const withPrints = (id: string, prints: Partial<SubmissionResult['fingerprints']>) =>
    gradedSubmission(id, { fingerprints: { models: [], metrics: [], sources: {}, ...prints } });
  const shown = (groups: readonly Group[]) =>
    groups.map(({ submissions, common }) => [submissions.map(({ id }) => id).join(), common]);

  test('names who shares what, and how many could have', () => {
    const { groups, usual } = similarity({
      submissions: [
        withPrints('a', { metrics: ['m1', 'm2'], models: ['x'], sources: { '07': 's' } }),
        withPrints('b', { metrics: ['m1', 'm2'], models: ['y'], sources: { '07': 's' } }),
        withPrints('c', { metrics: ['m3'], models: ['z'], sources: { '07': 't' } }),
        withPrints('d', {}),
      ],
    });
    expect(usual).toEqual([]);
    expect(shown(groups)).toEqual([
      [
        'a,b',
        [
          { kind: 'source', exercise: '07', count: 1, of: 3 },
          { kind: 'metrics', exercise: null, count: 2, of: 3 },
        ],
      ],
    ]);
  });

  test('what more than half of the class shares is apart', () => {
    const submissions = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, index) =>
      withPrints(id, {
        models: [index < 4 ? 'handed-out' : id],
        metrics: [index > 4 ? 'rare' : id],
      }),
    );
    const { groups, usual } = similarity({ submissions });
    expect(shown(usual)).toEqual([
      ['a,b,c,d', [{ kind: 'models', exercise: null, count: 1, of: 7 }]],
    ]);
    expect(shown(groups)).toEqual([
      ['f,g', [{ kind: 'metrics', exercise: null, count: 1, of: 7 }]],
    ]);
  });

  test('a model logged twice by one submission is shared with nobody', () => {
    expect(similarity({ submissions: [withPrints('a', { models: ['x', 'x'] })] }).groups).toEqual(
      [],
    );
  });

  test('what fewer share comes first', () => {
    const submissions = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, index) =>
      withPrints(id, { models: [index < 3 ? 'three' : id], metrics: [index > 4 ? 'two' : id] }),
    );
    expect(shown(similarity({ submissions }).groups).map(([ids]) => ids)).toEqual(['f,g', 'a,b,c']);
  });
});

describe('where the time went', () => {
  const line = (at: number, durationMs: number, method: string, path: string): RequestLine => ({
    at,
    durationMs,
    method,
    path,
    status: 200,
    requestBytes: 0,
    responseBytes: 0,
  });

  test('is told by what was asked of MLflow; the rest is the own code', () => {
    const spent = timeSpent(
      [
        line(0, 10, 'GET', '/api/2.0/mlflow/runs/get?run_id=1'),
        line(20, 5, 'POST', '/api/2.0/mlflow/runs/search'),
        line(30, 7, 'POST', '/api/2.0/mlflow/runs/log-batch'),
        line(40, 20, 'PUT', '/api/2.0/mlflow-artifacts/artifacts/1/model.onnx'),
      ],
      100,
    );
    expect(spent).toEqual({ own: 58, read: 15, write: 7, files: 20 });
  });

  test('requests at the same time count once, in whatever order they were recorded', () => {
    const spent = timeSpent(
      [
        line(5, 20, 'PUT', '/mlflow-artifacts/b'),
        line(0, 10, 'GET', '/a'),
        line(2, 3, 'GET', '/c'),
      ],
      100,
    );
    expect(spent).toEqual({ own: 75, read: 10, write: 0, files: 15 });
  });
});
