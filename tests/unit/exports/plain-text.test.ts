import { expect, test } from 'vitest';
import { oneLine, plainLines } from '../../../src/exports/plain-text.ts';

test.each([
  ['a\u0000b', 'a\uFFFDb'],
  ['\u202Egpj.exe', '\uFFFDgpj.exe'],
  ['\u001B[31mred\u001B[0m', 'red'],
  ['a\r\nb\rc\td', 'a b c d'],
  ['a\u2028b', 'a\uFFFDb'],
  ['\uD800', '\uFFFD'],
  ['\uFFFE', '\uFFFD'],
  ['👩‍🎓', '👩‍🎓'],
  ['  Zoé  ', 'Zoé'],
])('%j is told as %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('long text is cut, between characters', () => {
  expect(oneLine('a'.repeat(600))).toBe(`${'a'.repeat(499)}…`);
  expect(oneLine('🎉'.repeat(600), 4).isWellFormed()).toBe(true);
  expect(plainLines('a\n'.repeat(9), 6)).toBe('a\na\na…');
});

test('escapes that are most of a long text leave what is told cut', () => {
  expect(plainLines('\u001B[31m'.repeat(10_000), 10)).toMatch(/…$/);
});

test('lines stay lines', () => {
  expect(plainLines('a\r\nb\n\tc')).toBe('a\nb\n\tc');
});
