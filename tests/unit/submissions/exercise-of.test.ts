import { expect, test } from 'vitest';
import { findExercise } from '../../../src/submissions/exercise-of.ts';
import { fileKind } from '../../../src/submissions/file-kind.ts';

const exerciseOf = findExercise([
  '01-first-run',
  '07-gradient-boosting',
  '11-serving',
  '13-pipeline',
]);
const short = (name: string) => {
  const stem = fileKind(name)?.stem;
  const match = stem === undefined ? null : exerciseOf(stem);
  return match && [match.exercise.slice(0, 2), match.rank, match.rest];
};

test.for([
  ['07-gradient-boosting.ts', ['07', 0, '']],
  ['07-gradient-boosting.ts.txt', ['07', 0, '']],
  ['07-Gradient_Boosting.TS', ['07', 1, '']],
  ['07 gradient boosting.ts', ['07', 1, '']],
  ['07gradientboosting.ts', ['07', 1, '']],
  ['7-gradient-boosting.mts', ['07', 1, '']],
  ['07-gradient-boosting-1.ts', ['07', 1, '']],
  ['07-gradient-boosting (2).ts', ['07', 1, '']],
  ['07-gradient-boosting - Copie.ts', ['07', 1, '']],
  ['07-gradient-boosting - Copie (3).ts', ['07', 1, '']],
  ['07.ts', ['07', 2, '']],
  ['7.ts', ['07', 2, '']],
  ['ex07.ts', ['07', 2, '']],
  ['Exercice 7.ts', ['07', 2, '']],
  ['07-dupont.ts', ['07', 2, 'dupont']],
  ['07-gradient-boosting-Élodie Durand.ts', ['07', 2, 'Élodie Durand']],
  ['gradient-boosting.ts', ['07', 3, '']],
  ['Gradient Boosting (1).ts', ['07', 3, '']],
  ['dupont-07-gradient-boosting.ts', ['07', 4, 'dupont']],
  ['marie_dupont_07.ts', ['07', 4, 'marie_dupont']],
  ['dupont-ex7.ts', ['07', 4, 'dupont']],
  ['dupont gradient_boosting-1.ts', ['07', 4, 'dupont']],
  ['71.ts', null],
  ['2024-11.ts', null],
  ['tp-2024-11.ts', null],
  ['dupont-1.ts', null],
  ['dupont.ts', null],
  ['gradient-boosting.d.ts', null],
  ['07-gradient-boosting.test.ts', null],
  ['07-gradient-boosting.js', null],
] as const)('%s', ([name, expected]) => {
  expect(short(name)).toEqual(expected);
});

test('a name of 60,000 characters is told apart at once', () => {
  const started = performance.now();
  expect(exerciseOf('_'.repeat(60_000))).toBeNull();
  expect(exerciseOf(`${'1 '.repeat(99)}x`)).toMatchObject({ exercise: '01-first-run' });
  expect(exerciseOf(`a${'-_ .'.repeat(49)}`)).toBeNull();
  expect(exerciseOf('(1)'.repeat(60))).toBeNull();
  expect(performance.now() - started).toBeLessThan(200);
});
