import { expect, test } from 'vitest';
import { parseJson } from '../../../src/judge/parse-json.ts';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test('JSON is read as it is', () => {
  expect(parseJson('{"a":[1,"]]\\"[",null]}')).toEqual({ a: [1, ']]"[', null] });
  expect(parseJson('null')).toBeNull();
});

test('what is no JSON, or nested deeper than can be written again, is nothing', () => {
  expect(parseJson('{')).toBeUndefined();
  expect(parseJson(nested(100))).toBeDefined();
  expect(parseJson(nested(101))).toBeUndefined();
  expect(parseJson(nested(400_000))).toBeUndefined();
  expect(parseJson(`"${'['.repeat(200)}"`)).toBe('['.repeat(200));
});
