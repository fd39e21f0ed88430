import { createCB } from 'xmlbuilder2';
import type { XMLBuilderCB } from 'xmlbuilder2/lib/interfaces.js';
import type { Language } from '../messages/sentence.ts';
import type { Results, SubmissionResult } from '../results/results.ts';
import { feedbackOf, problemOf, type CheckFeedback, type ExerciseFeedback } from './feedback.ts';
import { noMark } from './no-mark.ts';
import { oneLine } from './plain-text.ts';

/**
 * JUnit XML that both common schemas accept (Ant's and Jenkins'): a suite for each exercise of each
 * submission, a case for each check. A check that was not reached is an error of type `NotRun`, one of ours
 * that broke an error of type `GraderTrouble`; Ant's schema has no `skipped`. Pure.
 *
 * @see https://github.com/windyroad/JUnit-Schema
 * @see https://github.com/jenkinsci/xunit-plugin
 */
export function toJUnit(results: Results, language: Language): string {
  // The builder that keeps no tree: a class has tens of thousands of cases.
  const xml: string[] = [];
  const failures: Error[] = [];
  const root = createCB({
    prettyPrint: true,
    data: (chunk: string) => xml.push(chunk),
    error: (error: Error) => failures.push(error),
  });
  root.dec({ encoding: 'UTF-8' }).ele('testsuites');
  let id = 0;
  for (const submission of results.submissions) {
    const reason = noMark(submission, language);
    if (submission.exercises.length === 0 || submission.outcome === 'infra-error') {
      addSuite(root, submission, id, troubleSuite(reason ?? problemOf(submission, language) ?? ''));
      id += 1;
      continue;
    }
    for (const feedback of feedbackOf(results, submission, language)) {
      addSuite(root, submission, id, toSuite(feedback));
      id += 1;
    }
  }
  root.end();
  const [failure] = failures;
  if (failure !== undefined) throw failure;
  return `${xml.join('')}\n`;
}

interface Suite {
  readonly name: string;
  readonly seconds: number;
  readonly cases: readonly CheckFeedback[];
  readonly output: string;
}

function toSuite({ exercise, checks, result, output }: ExerciseFeedback): Suite {
  return { name: exercise, seconds: (result.durationMs ?? 0) / 1000, cases: checks, output };
}

function troubleSuite(detail: string): Suite {
  const points = { points: 0, maxPoints: 0 };
  const trouble = {
    id: 'graded',
    outcome: 'broken',
    ...points,
    sentence: 'graded',
    detail,
  } as const;
  return { name: 'graded', seconds: 0, cases: [trouble], output: '' };
}

function addSuite(
  xml: XMLBuilderCB,
  { id: owner, name, gradedAt, points, maxPoints }: SubmissionResult,
  id: number,
  suite: Suite,
): void {
  const failed = suite.cases.filter(({ outcome }) => outcome === 'failed').length;
  const passed = suite.cases.filter(({ outcome }) => outcome === 'passed').length;
  xml.ele('testsuite', {
    name: suite.name,
    package: owner,
    id: String(id),
    // Ant's schema knows neither milliseconds nor time zones.
    timestamp: gradedAt.slice(0, 19),
    hostname: 'localhost',
    tests: String(suite.cases.length),
    failures: String(failed),
    errors: String(suite.cases.length - passed - failed),
    time: suite.seconds.toFixed(3),
  });
  xml.ele('properties');
  xml.ele('property', { name: 'submission', value: oneLine(name) }).up();
  xml
    .ele('property', { name: 'points', value: `${points ?? '–'}/${maxPoints}` })
    .up()
    .up();
  for (const test of suite.cases) addCase(xml, `${owner}.${suite.name}`, test);
  xml.ele('system-out').txt(suite.output).up();
  xml.ele('system-err').up().up();
}

function addCase(
  xml: XMLBuilderCB,
  classname: string,
  { outcome, sentence, detail }: CheckFeedback,
): void {
  xml.ele('testcase', { classname, name: sentence, time: '0.000' });
  if (outcome !== 'passed') {
    const [tag, type] = KINDS[outcome];
    xml
      .ele(tag, { type, message: detail.split('\n')[0] ?? '' })
      .txt(detail)
      .up();
  }
  xml.up();
}

const KINDS = {
  failed: ['failure', 'CheckFailed'],
  skipped: ['error', 'NotRun'],
  broken: ['error', 'GraderTrouble'],
} as const;
