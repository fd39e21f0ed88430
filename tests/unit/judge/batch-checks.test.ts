import { expect, test } from 'vitest';
import { batchChecks } from '../../../src/judge/checks/batch.ts';
import { hinted, said } from './messages-of.ts';
import { modelWith, runWith, snapshotWith, versionWith } from './snapshots.ts';

const ids = Array.from({ length: 100 }, (_, i) => `C${i}`);
const batch = { customerIds: ids, probability: ids.map(() => 0.5), predicted: ids.map(() => 0) };
const version = { ...versionWith({ version: '2', runId: null }), model: modelWith({ batch }) };

const snapshot = (customers: readonly string[]) =>
  snapshotWith({
    arranged: { runs: [], bestModel: null, version },
    runs: [
      runWith({
        artifacts: [
          {
            path: 'predictions.json',
            sizeBytes: 1,
            image: null,
            json: {
              columns: ['customer_id', 'churn_probability', 'churn_predicted'],
              data: customers.map((id) => [id, 0.5, 0]),
            },
          },
        ],
      }),
    ],
  });
const customers = batchChecks('a-run').find(({ id }) => id === 'customers')!;

test('the first hundred in order pass', () => {
  expect(said(customers, snapshot(ids))).toBeNull();
});

test('the right customers in another order are said to be so', () => {
  const swapped = snapshot(['C0', 'C2', 'C1', ...ids.slice(3)]);
  expect(said(customers, swapped)).toBe(
    'The customers are the right ones in another order: row 2, found "C2", expected C1.',
  );
  expect(hinted(customers, swapped)).toBe('Keep the order of data.customers(100).');
});

test('a customer twice is not another order', () => {
  expect(said(customers, snapshot(['C0', 'C0', ...ids.slice(2)]))).toBe(
    'The customers are not the first 100: found "C0", expected C1.',
  );
});
