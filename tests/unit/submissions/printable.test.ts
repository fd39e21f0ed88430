import { expect, test } from 'vitest';
import { printable } from '../../../src/submissions/printable.ts';

test.for([
  ['marie.zip', 'marie.zip'],
  ['👩‍🎓 Zoé 💥.zip', '👩‍🎓 Zoé 💥.zip'],
  ['a\u202egnp.exe', 'a\\u{202e}gnp.exe'],
  ['two\nlines\u001b[2J', 'two\\u{a}lines\\u{1b}[2J'],
  ['half \ud83d', 'half \\u{d83d}'],
] as const)('%s in a sentence', ([text, shown]) => {
  expect(printable(text)).toBe(shown);
});

test('a long name is cut in the middle, between characters', () => {
  expect(printable('💥'.repeat(60))).toBe('💥'.repeat(60));
  expect(printable('👩‍🎓'.repeat(200))).toBe(`${'👩‍🎓'.repeat(60)}…${'👩‍🎓'.repeat(60)}`);
});
