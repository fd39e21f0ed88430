import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { generateCustomers } from '../../../src/workshop/data/generate-customers.ts';
import {
  CustomerDataError,
  loadWorkshopData,
  verifyCustomerData,
} from '../../../src/workshop/index.ts';
import type { CustomerDataProblem } from '../../../src/workshop/index.ts';
import { csv } from './read-customers.ts';

test('the generator gives the committed file byte for byte', () => {
  expect(generateCustomers() === csv).toBe(true);
});

test('the script prints the committed file', () => {
  const script = fileURLToPath(new URL('../../../src/workshop/data/generate.ts', import.meta.url));
  expect(execFileSync(process.execPath, [script], { encoding: 'utf8' }) === csv).toBe(true);
});

test('another seed gives other customers', () => {
  expect(generateCustomers(1, 2)).toMatchInlineSnapshot(`
    "customer_id,recency_days,frequency,monetary_value,avg_order_value,days_since_signup,total_orders,support_tickets,age,churned
    C00001,35,13,1957.62,31.36,1091,55,1,44,0
    C00002,64,1,55.89,58.56,107,1,1,42,0
    "
  `);
});

test('Windows line ends are the same file', () => {
  expect(loadWorkshopData(csv.replaceAll('\n', '\r\n')).XTest).toHaveLength(1000);
});

test.each<[string, string, CustomerDataProblem]>([
  ['empty', '', { kind: 'empty' }],
  [
    'a column renamed',
    csv.replace('frequency', 'freq'),
    {
      kind: 'missing-column',
      column: 'frequency',
      found: [
        'customer_id',
        'recency_days',
        'freq',
        'monetary_value',
        'avg_order_value',
        'days_since_signup',
        'total_orders',
        'support_tickets',
        'age',
        'churned',
      ],
    },
  ],
  [
    'a word for a number',
    csv.replace(/^(C00002,)\d+/m, '$1douze'),
    { kind: 'not-a-number', column: 'recency_days', line: 3, value: 'douze' },
  ],
  [
    'an empty cell',
    csv.replace(/^(C00001,)\d+/m, '$1'),
    { kind: 'not-a-number', column: 'recency_days', line: 2, value: '' },
  ],
  [
    'a row short',
    csv.replace(/^C00001.*\n/m, ''),
    { kind: 'row-count', expected: 5000, found: 4999 },
  ],
])('%s: the file is refused', (_, text, problem) => {
  expect(problemOf(text)).toEqual(problem);
});

test('one digit changed: the file is refused as altered', () => {
  const text = csv.replace(/^(C00001,)\d+/m, '$19999');
  expect(problemOf(text)).toMatchObject({ kind: 'altered' });
  expect(() => verifyCustomerData(text)).toThrow('customer_data.csv was altered');
});

function problemOf(text: string): CustomerDataProblem | undefined {
  try {
    loadWorkshopData(text);
  } catch (error) {
    if (error instanceof CustomerDataError) return error.problem;
    throw error;
  }
  return undefined;
}
