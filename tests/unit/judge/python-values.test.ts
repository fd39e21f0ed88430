import { expect, test } from 'vitest';
import { bestRunAndPredictions, toPythonValues } from '../../../src/judge/python-values.ts';
import { modelWith, snapshotWith } from './snapshots.ts';

const bestModel = modelWith({ firstPredictions: [0, 1, 0, 0, 1] });

function predictionsOf(...printed: string[]) {
  const values = toPythonValues({ printed: printed.map((text) => ({ cell: null, text })) });
  const snapshot = snapshotWith({ arranged: { runs: [], version: null, bestModel } });
  return bestRunAndPredictions(values, snapshot);
}

test.for([
  'Exemples : [0 1 0 0 1]',
  '[0, 1, 0, 0, 1]\n',
  '[0. 1. 0. 0. 1.]',
  'best: foret-12\naccuracy = 0.95\nclient 7 : 0\nclient 9 : 1\nclient 2 : 0\nclient 4 : 0\nclient 5 : 1\n',
  '      churned\n0          0\n1          1\n2          0\n3          0\n4          1\n',
  '0    0\n1    1\n2    0\n3    0\n4    1\nName: churned, dtype: int64\n',
])('five predictions are read from what was printed: %j', (text) => {
  expect(predictionsOf('accuracy = 0.95\n', text)).toMatchObject({ predictions: [0, 1, 0, 0, 1] });
});

test('others are read too, to be told what is wrong with them', () => {
  expect(predictionsOf('[1, 1, 1, 1, 1]')).toMatchObject({ predictions: [1, 1, 1, 1, 1] });
  expect(predictionsOf('nothing')).toMatchObject({ predictions: [] });
});
