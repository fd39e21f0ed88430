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

test('a count has its forms in both languages, never a plural in parentheses', () => {
  const keys = Object.keys(fr);
  for (const key of keys.filter((name) => name.endsWith('_one'))) {
    expect(keys).toContain(`${key.slice(0, -'_one'.length)}_other`);
  }
  expect(
    [...Object.values(fr), ...Object.values(en)].filter((text) => /\((e?s|x)\)/.test(text)),
  ).toEqual([]);
});

test.for([
  [0, '0 réussi, 2 à revoir, 1 à faire — 3/9 points'],
  [1, '1 réussi, 2 à revoir, 1 à faire — 3/9 points'],
  [2, '2 réussis, 2 à revoir, 1 à faire — 3/9 points'],
] as const)('%d passed in French', ([count, sentence]) => {
  const summary = message('report.summary', { count, failed: 2, todo: 1, points: 3, max: 9 });
  expect(createTranslator('fr')(summary)).toBe(sentence);
});

test('a sentence in a sentence is of the same language', () => {
  const error = message('kit.NOT_FITTED', { model: 'StandardScaler' });
  expect(
    createTranslator('fr')(
      message('execution.threw-at', { error, place: message('place.line', { line: 3 }) }),
    ),
  ).toBe(
    'Votre fichier a levé une erreur, ligne 3 : Ce StandardScaler n’est pas encore entraîné : appelez d’abord fit(X, y).',
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
