import { expect, test } from 'vitest';
import { toJUnit } from '../../../src/exports/junit.ts';
import { gradedSubmission, sampleClass, unreadableSubmission } from '../results/sample-class.ts';
import { xmlRefusals } from './formats.ts';
import { nastyClass } from './nasty-class.ts';

const SCHEMAS = ['junit-ant', 'junit-jenkins'] as const;

test.each(SCHEMAS)('JUnit XML of every kind of ending is valid for %s', (schema) => {
  expect(xmlRefusals(schema, toJUnit(sampleClass(), 'fr'))).toBeNull();
  expect(xmlRefusals(schema, toJUnit(sampleClass([]), 'fr'))).toBeNull();
});

test.each(SCHEMAS)('JUnit XML of a nasty class is valid for %s', (schema) => {
  expect(xmlRefusals(schema, toJUnit(nastyClass(), 'en'))).toBeNull();
});

test('a schema that is violated says so', () => {
  const xml = toJUnit(sampleClass(), 'en');
  expect(xmlRefusals('junit-ant', xml.replace('hostname=', 'host='))).toContain('host');
});

test('failed checks are failures, those not reached and ours that broke are errors', () => {
  const suites = toJUnit(sampleClass(), 'en').split('<testsuite ').slice(1);
  const numbers = suites.map((suite) =>
    /tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(suite)?.slice(1).join(' '),
  );
  // Alice: one check of five fails; a crash, its first check and two behind it; one not handed in. Bob: unreadable, thrice. Chloé: our trouble.
  expect(numbers).toMatchInlineSnapshot(`
    [
      "5 1 0",
      "4 2 2",
      "1 1 0",
      "1 1 0",
      "1 1 0",
      "1 1 0",
      "1 0 1",
    ]
  `);
  expect(suites.at(-1)).toContain(
    'type="GraderTrouble" message="No mark: MLflow no longer answers."',
  );
});

test('an unreadable submission says why in each of its suites', () => {
  const xml = toJUnit(sampleClass([unreadableSubmission('b')]), 'en');
  expect(xml.match(/message="The ZIP cannot be read."/g)).toHaveLength(3);
});

test('a suite tells what was printed, when and how long', () => {
  const xml = toJUnit(sampleClass([gradedSubmission('a', {}, 'Accuracy: 0.81 <b>')]), 'fr');
  expect(xml).toContain('timestamp="2026-11-24T08:02:00"');
  expect(xml).toContain('<system-out>Accuracy: 0.81 &lt;b&gt;</system-out>');
});
