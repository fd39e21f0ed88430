import { expect, test } from 'vitest';
import { toRows, toSplit } from '../../../src/mlflow/tables.ts';

test('columns are turned into rows', () => {
  expect(toRows({ a: [1, 2], b: ['x', 'y'] })).toEqual([
    { a: 1, b: 'x' },
    { a: 2, b: 'y' },
  ]);
});

test('columns of different lengths are refused', () => {
  expect(() => toRows({ a: [1], b: [] })).toThrow('All columns of a table have one length');
});

test('a cell that a row lacks is null', () => {
  expect(toSplit([{ a: 1 }, { b: 2, a: 3 }])).toEqual({
    columns: ['a', 'b'],
    data: [
      [1, null],
      [3, 2],
    ],
  });
});
