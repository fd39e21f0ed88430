import { expect, test } from 'vitest';
import { qcut } from '../../../src/workshop/data/quantile-scores.ts';
import { stratifiedSplit } from '../../../src/workshop/data/stratified-split.ts';
import { data } from './read-customers.ts';

test('rows are split 80 to 20, as many churned on both sides', () => {
  expect([data.XTrain.length, data.yTrain.length, data.trainIndex.length]).toEqual([
    4000, 4000, 4000,
  ]);
  expect([data.XTest.length, data.yTest.length, data.testIndex.length]).toEqual([1000, 1000, 1000]);
  expect(Math.abs(mean(data.yTrain) - mean(data.yTest))).toBeLessThan(0.001);
  expect(new Set([...data.trainIndex, ...data.testIndex]).size).toBe(5000);
});

test('a row of the test part is the row of the table that its index names', () => {
  const [row] = data.testIndex;
  const cells = data.featureCols.map((name) => data.table.array(name)[row!]);
  expect(data.XTest[0]).toEqual(cells);
});

test('customers are handed in the order of the file', () => {
  const { customerIds, X } = data.customers(2);
  expect(customerIds).toEqual(['C00001', 'C00002']);
  expect(data.toSplit(X)).toMatchInlineSnapshot(`
    {
      "columns": [
        "recency_days",
        "frequency",
        "monetary_value",
        "avg_order_value",
        "days_since_signup",
        "total_orders",
        "support_tickets",
        "age",
        "recency_frequency_ratio",
        "monetary_per_order",
        "order_frequency",
        "support_per_order",
        "rfm_score",
      ],
      "data": [
        [
          16,
          8,
          191.54,
          21.56,
          287,
          8,
          0,
          38,
          1.7777777777777777,
          21.28222222222222,
          0.027777777777777776,
          0,
          12,
        ],
        [
          19,
          6,
          1728.68,
          44.31,
          1303,
          38,
          0,
          55,
          2.7142857142857144,
          44.32512820512821,
          0.029141104294478526,
          0,
          13,
        ],
      ],
    }
  `);
  expect(data.customers().customerIds).toHaveLength(5000);
});

test('columns make a table', () => {
  const results = data.dataFrame({ customer_id: ['C1', 'C2'], churn_predicted: [0, 1] });
  expect(results.objects()).toEqual([
    { customer_id: 'C1', churn_predicted: 0 },
    { customer_id: 'C2', churn_predicted: 1 },
  ]);
});

test('equal quantile edges are refused as pandas refuses them', () => {
  expect(() => qcut([1, 1, 1, 1, 2], [1, 2, 3, 4, 5])).toThrow('Bin edges must be unique');
});

test('a class with an odd share gets its row by chance, the same for a seed', () => {
  expect(stratifiedSplit([0, 0, 0, 1, 1, 1, 2, 2, 2, 2], 0.4, 7)).toMatchInlineSnapshot(`
    {
      "test": [
        5,
        9,
        6,
        0,
      ],
      "train": [
        8,
        7,
        4,
        3,
        1,
        2,
      ],
    }
  `);
});

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
