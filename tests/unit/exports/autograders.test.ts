import { expect, test } from 'vitest';
import { toClassroom50 } from '../../../src/exports/classroom50.ts';
import { toExercism } from '../../../src/exports/exercism.ts';
import { toGradescope } from '../../../src/exports/gradescope.ts';
import { toJUnit } from '../../../src/exports/junit.ts';
import { toLtiScore } from '../../../src/exports/lti-score.ts';
import { feedbackHtml } from '../../../src/exports/moodle/feedback-html.ts';
import { toPrairieLearn } from '../../../src/exports/prairielearn.ts';
import { toXapi } from '../../../src/exports/xapi.ts';
import type { ExerciseResult, Results, SubmissionResult } from '../../../src/results/results.ts';
import {
  gradedSubmission,
  infraError,
  sampleClass,
  unreadableSubmission,
} from '../results/sample-class.ts';
import { refusals } from './formats.ts';
import { nastyClass } from './nasty-class.ts';

const classes: readonly (readonly [string, Results])[] = [
  ['an ordinary class', sampleClass()],
  ['a nasty class', nastyClass()],
];
const context = {
  classroom: 'mlflow',
  assignment: 'churn',
  assignmentType: 'individual',
  owner: 'alice-m',
  submission: 'submit/20261124-abc',
  commit: 'https://github.com/c/1',
  release: 'https://github.com/r/1',
  review: 'https://github.com/v/1',
  datetime: '2026-11-23T22:00:00.500+01:00',
} as const;
const xapi = {
  homePage: 'https://lms.example.org/',
  activities: 'https://lms.example.org/mlflow/',
};

const writers: readonly (readonly [
  schema: string,
  (results: Results, submission: SubmissionResult) => readonly unknown[],
])[] = [
  ['gradescope-results', (all, one) => present(toGradescope(all, one, 'fr'))],
  ['exercism-results-v3', (all, one) => [...toExercism(all, one, 'fr').values()]],
  ['prairielearn-results', (all, one) => [toPrairieLearn(all, one, 'fr')]],
  ['classroom50-result', (all, one) => present(toClassroom50(all, one, context, 'fr'))],
  ['lti-score', (all, one) => present(toLtiScore(all, one, 'u1', 'fr'))],
  ['xapi-statement', (all, one) => toXapi({ ...all, submissions: [one] }, xapi)],
];

for (const [name, results] of classes) {
  test.each(writers)(`%s accepts ${name}`, (schema, write) => {
    const written = results.submissions.flatMap((submission) => write(results, submission));
    expect(written.length).toBeGreaterThan(0);
    expect(written.flatMap((value) => refusals(schema, value))).toEqual([]);
  });
}

test('the points of the tests add up to the score, everywhere', () => {
  const results = sampleClass();
  const submission = gradedSubmission('a');
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  const gradescope = toGradescope(results, submission, 'en');
  expect(sum(gradescope?.tests.map(({ score }) => score) ?? [])).toBe(submission.points);
  expect(sum(gradescope?.tests.map((check) => check.max_score) ?? [])).toBe(submission.maxPoints);
  const classroom = toClassroom50(results, submission, context, 'en');
  expect([classroom?.score, classroom?.['max-score']]).toEqual([
    submission.points,
    submission.maxPoints,
  ]);
});

test('trouble of ours is no score for anybody', () => {
  const results = sampleClass();
  const submission = infraError('a');
  expect(toGradescope(results, submission, 'en')).toBeNull();
  expect(toClassroom50(results, submission, context, 'en')).toBeNull();
  expect(toLtiScore(results, submission, 'u1', 'en')).toBeNull();
  expect(toXapi({ ...results, submissions: [submission] }, xapi)).toEqual([]);
  expect(toPrairieLearn(results, submission, 'en')).toEqual({
    gradable: false,
    message: 'No mark: MLflow no longer answers.',
    format_errors: ['No mark: MLflow no longer answers.'],
  });
  const exercism = [...toExercism(results, submission, 'en').values()];
  expect(exercism.map(({ status, message }) => [status, message])).toEqual(
    results.exercises.map(() => ['error', 'No mark: MLflow no longer answers.']),
  );
});

test('what cannot be read is a zero with its reason, and takes no attempt in PrairieLearn', () => {
  const results = sampleClass();
  const submission = unreadableSubmission('a');
  expect(toGradescope(results, submission, 'en')).toMatchObject({
    score: 0,
    output: 'The ZIP cannot be read.',
  });
  expect(toPrairieLearn(results, submission, 'en').gradable).toBe(false);
  expect(toLtiScore(results, submission, 'u1', 'en')).toMatchObject({ scoreGiven: 0 });
});

test('Exercism is told a failure, an error of the whole file, and a missing one', () => {
  const told = [...toExercism(sampleClass(), gradedSubmission('a'), 'en')].map(
    ([exercise, { status, message, tests }]) => [exercise, status, message, tests.length],
  );
  expect(told).toMatchInlineSnapshot(`
    [
      [
        "01-first-run",
        "fail",
        null,
        5,
      ],
      [
        "07-gradient-boosting",
        "error",
        "Your file threw an error, line 12: TypeError: oops",
        0,
      ],
      [
        "09-best-model",
        "error",
        "No file was handed in for this exercise.",
        0,
      ],
    ]
  `);
});

test('Exercism gets five hundred characters of what was printed', () => {
  const submission = gradedSubmission('a', {}, '🎉'.repeat(600));
  const [first] = toExercism(sampleClass(), submission, 'en').values();
  const output = first?.tests[0]?.output ?? '';
  expect(output).toHaveLength(500);
  expect(output.isWellFormed()).toBe(true);
  expect(output).toMatch(/\nOutput was truncated. Please limit to 500 chars$/);
});

/** With every check passed, of a file that did not run to its end. */
function allRightButLost(exercise: ExerciseResult): ExerciseResult {
  const checks = exercise.checks.map((check) => ({
    ...check,
    outcome: 'passed' as const,
    points: check.maxPoints,
  }));
  const trouble = { fr: 'perdu', en: 'lost' };
  return { ...exercise, trouble, points: exercise.maxPoints, checks };
}

test('a file that crashes after passing every check is no pass', () => {
  const submission = gradedSubmission('a');
  const exercises = submission.exercises.map((exercise) => ({
    ...allRightButLost(exercise),
    outcome: 'crashed' as const,
  }));
  const crashed = { ...submission, exercises };
  const [first] = toExercism(sampleClass(), crashed, 'en').values();
  expect(first?.status).toBe('fail');
  expect(first?.tests[0]).toMatchObject({ status: 'fail', message: 'lost' });
});

test('a notebook that broke after all of an exercise was right fails no check, and Moodle is told of it', () => {
  const submission = gradedSubmission('a');
  const exercises = submission.exercises.slice(0, 1).map((exercise) => ({
    ...allRightButLost(exercise),
    passed: true,
  }));
  const broke = { ...submission, exercises };
  const [exercism] = toExercism(sampleClass(), broke, 'en').values();
  expect(exercism?.status).toBe('pass');
  expect(refusals('exercism-results-v3', exercism)).toEqual([]);
  const gradescope = toGradescope(sampleClass(), broke, 'en');
  expect(gradescope?.tests.map(({ status }) => status)).toEqual(Array(5).fill('passed'));
  expect(toJUnit(sampleClass([broke]), 'en')).toContain('tests="5" failures="0" errors="0"');
  expect(feedbackHtml(sampleClass(), broke, 'en')).toBe(
    '<p><strong>01-first-run</strong> Your first run — 6/6</p><ul><li>The file runs to its end<br>lost</li></ul>',
  );
});

test('half points are counted in tenths by Classroom 50', () => {
  const submission = gradedSubmission('a');
  const exercises = submission.exercises.slice(0, 1).map((exercise) => ({
    ...exercise,
    checks: exercise.checks.map((check) => ({ ...check, points: check.points / 2 })),
  }));
  const result = toClassroom50(sampleClass(), { ...submission, exercises }, context, 'en');
  const whole = exercises[0]?.maxPoints ?? 0;
  expect(result?.['max-score']).toBe(whole * 10);
  expect(result?.datetime).toBe('2026-11-23T21:00:00Z');
});

test('a statement has the same id each time, and another for another grading', () => {
  const ids = (gradedAt: string) =>
    toXapi(sampleClass([gradedSubmission('a', { gradedAt })]), xapi).map(({ id }) => id);
  const first = ids('2026-11-24T08:00:00Z');
  expect(ids('2026-11-24T08:00:00Z')).toEqual(first);
  expect(new Set([...first, ...ids('2026-11-25T08:00:00Z')]).size).toBe(first.length * 2);
});

const present = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);
