import { expect, test } from 'vitest';
import { honestMetric } from '../../../src/judge/checks/model.ts';
import { writtenIn } from '../../../src/messages/written-in.ts';
import { createTranslator } from '../../../src/messages/translator.ts';
import { modelWith, runWith, snapshotWith } from './snapshots.ts';

const scores = { accuracy: 0.86, precision: 0.81, recall: 0.74, f1: 0.77 };
const other = runWith({
  id: 'r2',
  name: 'avec-graphiques',
  models: [modelWith({ scores: { accuracy: 0.84, precision: 0.7, recall: 0.7, f1: 0.7 } })],
});

/** What is to be tried where the run has this accuracy. */
function hint(accuracy: number): string {
  const run = runWith({ metrics: { accuracy }, models: [modelWith({ scores })] });
  const check = honestMetric('a-run', 'accuracy');
  const found = check.test(snapshotWith({ runs: [run, other] }));
  const said = writtenIn('python', found?.hint ?? check.hint);
  return found === null ? '' : createTranslator('en')(said);
}

test('a metric that is not the model’s is told where it most likely comes from', () => {
  expect(hint(0.86)).toBe('');
  expect(hint(0.81)).toBe(
    '0.8100 is the precision of this model: log each score under its own name.',
  );
  expect(hint(0.84)).toBe(
    '0.8400 is the accuracy of the model in the run "avec-graphiques": log in one run the model and the scores of that same model.',
  );
  expect(hint(0.99)).toMatch(/^Is it that of the training rows\? Compute accuracy from y_test/);
  expect(hint(0.87)).toMatch(/^Compute accuracy from y_test/);
});
