import { expect, test } from 'vitest';
import { en } from '../../../src/messages/en.ts';
import { fr } from '../../../src/messages/fr.ts';
import { message } from '../../../src/messages/sentence.ts';
import { createTranslator, languageOf } from '../../../src/messages/translator.ts';

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);

test('each sentence has the same values in French and English', () => {
  const entries = new Map<string, string>(Object.entries(en));
  for (const [key, french] of Object.entries(fr)) {
    expect(new Set(holes(entries.get(key) ?? '')), key).toEqual(new Set(holes(french)));
  }
});

test('plurals follow the language', () => {
  const french = createTranslator('fr');
  expect(french(message('report.skipped', { count: 1 }))).toBe(
    '1 vérification attend la précédente',
  );
  expect(french(message('report.skipped', { count: 4 }))).toBe(
    '4 vérifications attendent la précédente',
  );
});

test('values are put in as they are', () => {
  expect(createTranslator('en')(message('param.near', { key: 'a&b', found: '<x>' }))).toBe(
    'Parameter a&b missing: you logged "<x>".',
  );
});

test.for([
  ['fr_FR.UTF-8', 'fr'],
  ['FR', 'fr'],
  ['en_US', 'en'],
  ['C', 'en'],
  [undefined, 'en'],
] as const)('the locale %s speaks %s', ([locale, language]) => {
  expect(languageOf(locale)).toBe(language);
});
