import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { graders } from '../../../graders/index.ts';
import { en } from '../../../src/messages/en.ts';
import { fr, type MessageKey } from '../../../src/messages/fr.ts';
import { message } from '../../../src/messages/sentence.ts';
import { createTranslator } from '../../../src/messages/translator.ts';
import { writtenIn } from '../../../src/messages/written-in.ts';

const cheatSheet = readFileSync(
  new URL('../../../docs/mlflow_cheatsheet.md', import.meta.url),
  'utf8',
);
const translators = { fr: createTranslator('fr'), en: createTranslator('en') };

/** What only TypeScript has: our client's and the kit's names, arrow functions, templates, `await`, `const`. */
const TYPESCRIPT =
  /\b[a-z]+[A-Z]\w+|\bX[A-Z]|=>|`|\$\{|\bawait\b|\bconst\b|\bexport (?:default|async)|\bdata\.\w|process\.|throw new/;

/** What is told only of a TypeScript file: what Node and the kit refuse. */
const OF_TYPESCRIPT =
  /^kit\.|^execution\.(?:no-default-export|unsettled|DEFAULT_IS_CLASS|IMPORT_NOT_FOUND|IMPORT_NOT_A_VALUE|NOT_AN_ERROR|SNAKE_CASE|NOT_TAKEN)$/;

const isKey = (key: string): key is MessageKey => key in fr || `${key}_one` in fr;

/** Sentences of the catalogue as they are read, their values left open; each form of a plural. */
const shownFor = (written: 'typescript' | 'python') =>
  Object.keys(fr)
    .filter((key) => !OF_TYPESCRIPT.test(key) && !key.includes('.python'))
    .map((key) => key.replace(/_(?:one|other)$/, ''))
    .filter(isKey)
    .flatMap((key) =>
      [1, 2].map((count) => ({ key, sentence: writtenIn(written, message(key, { count })) })),
    );

const texts = (sentence: Parameters<(typeof translators)['fr']>[0]) =>
  [translators.fr(sentence), translators.en(sentence)].map((text) =>
    text.replaceAll(/\{\{\w+\}\}/g, ''),
  );

test('no sentence that is shown for Python has TypeScript in it', () => {
  const found = shownFor('python').flatMap(({ key, sentence }) =>
    texts(sentence)
      .filter((text) => TYPESCRIPT.test(text))
      .map((text) => `${key}: ${text}`),
  );
  expect([...new Set(found)]).toEqual([]);
});

test('TypeScript is found where it is', () => {
  const found = shownFor('typescript').filter(({ sentence }) =>
    texts(sentence).some((text) => TYPESCRIPT.test(text)),
  );
  expect(new Set(found.map(({ key }) => key))).toContain('best.five.hint');
});

test('each sentence for Python stands for one of the catalogue, in another wording', () => {
  for (const all of [fr, en]) {
    const sentences = new Map<string, string>(Object.entries(all));
    for (const [key, text] of sentences) {
      if (!key.includes('.python')) continue;
      const instead = sentences.get(key.replace('.python', ''));
      expect(instead, key).toBeDefined();
      expect(instead, key).not.toBe(text);
    }
  }
});

test('a sentence in a sentence is for Python too', () => {
  const which = message('reloaded.which.byNumber');
  const wrong = message('reloaded.predictions.wrong', { which, seen: '[1]' });
  expect(translators.en(wrong)).toBe('byNumber: [1]; the logged model gives something else.');
  expect(translators.en(writtenIn('python', wrong))).toBe(
    'predictions_by_number: [1]; the logged model gives something else.',
  );
});

test.for(graders)('the hints of $name speak Python in both languages', ({ hints }) => {
  for (const hint of hints) {
    for (const text of texts(writtenIn('python', hint))) {
      expect(text).not.toMatch(TYPESCRIPT);
      for (const [call] of text.matchAll(/\bmlflow(?:\.[a-z_]+)+/g)) {
        expect(cheatSheet).toContain(call);
      }
    }
  }
  const [, , example] = hints;
  expect(example.python).toBeDefined();
});
