import { expect, test } from 'vitest';
import { readBack } from '../../../src/messages/read-back.ts';
import { message } from '../../../src/messages/sentence.ts';
import { createTranslator } from '../../../src/messages/translator.ts';

const english = createTranslator('en');

test.for([
  [{ key: 'n_estimators', found: 'nEstimators' }],
  [{ key: 'a.b*c', found: 'quoted "name" $1 (x)' }],
  [{ key: 'two', found: 'lines\nof it' }],
])('the values %o come back from their sentence', ([values = { key: '', found: '' }]) => {
  expect(readBack('param.near', english(message('param.near', values)))).toEqual(values);
});

test('another sentence gives nothing', () => {
  expect(readBack('param.near', english(message('param.none', { key: 'a' })))).toBeNull();
});

test('a value that stands twice must be the same in both places', () => {
  const text = english(message('run.elsewhere', { name: 'r', experiment: 'a', expected: 'b' }));
  expect(readBack('run.elsewhere', text)).toEqual({ name: 'r', experiment: 'a', expected: 'b' });
  expect(readBack('param.wrong', 'Expected a = 1, the run has b = 2.')).toBeNull();
});
