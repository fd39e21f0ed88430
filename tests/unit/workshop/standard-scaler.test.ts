import { expect, test } from 'vitest';
import { models } from '../../../src/workshop/index.ts';

const { StandardScaler } = models;
const X = [
  [1, 5],
  [3, 5],
];

test('columns are brought to mean 0 and deviation 1, a constant one to 0', () => {
  expect(new StandardScaler().fitTransform(X)).toEqual([
    [-1, 0],
    [1, 0],
  ]);
});

test('a scaler written as JSON is the same scaler when read back', () => {
  const text = JSON.stringify(new StandardScaler().fit(X));
  expect(text).toBe('{"kind":"StandardScaler","mean":[2,5],"scale":[1,1]}');
  expect(StandardScaler.fromJSON(text).transform([[4, 6]])).toEqual([[2, 1]]);
  expect(StandardScaler.fromJSON(JSON.parse(text)).transform([[4, 6]])).toEqual([[2, 1]]);
});

test('it transforms only after it was fitted', () => {
  expect(() => new StandardScaler().transform(X)).toThrow('This StandardScaler is not fitted yet');
  expect(() => JSON.stringify(new StandardScaler())).toThrow('not fitted yet');
});

test.each(['{', '[]', '{"mean":[1]}', '{"mean":[1],"scale":[1,2]}', '{"mean":["a"],"scale":[1]}'])(
  '%s is not a scaler',
  (text) => {
    expect(() => StandardScaler.fromJSON(text)).toThrow('Not a StandardScaler');
  },
);
