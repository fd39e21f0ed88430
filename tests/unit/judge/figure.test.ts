import { expect, test } from 'vitest';
import { figure } from '../../../src/judge/checks/figure.ts';
import type { ImageFact } from '../../../src/judge/snapshot.ts';
import { said } from './messages-of.ts';
import { runWith, snapshotWith } from './snapshots.ts';

const drawing: ImageFact = {
  decoded: true,
  format: 'png',
  width: 640,
  height: 480,
  blank: false,
  colors: 200,
  edges: 0.02,
};
const answer = (image: ImageFact) => {
  const artifacts = [{ path: 'm.png', sizeBytes: 1, image, json: null }];
  return said(figure('a-run', 'm.png'), snapshotWith({ runs: [runWith({ artifacts })] }));
};

test('a drawing passes', () => {
  expect(answer(drawing)).toBeNull();
});

test('an icon is too small to read', () => {
  expect(answer({ ...drawing, width: 3, height: 3 })).toBe('m.png is 3 × 3 pixels: unreadable.');
});

test('a few flat colours, or a gradient without any edge, are no drawing', () => {
  const plain =
    'm.png has neither lines nor letters: a confusion matrix is drawn with its numbers.';
  expect(answer({ ...drawing, colors: 3 })).toBe(plain);
  expect(answer({ ...drawing, edges: 0 })).toBe(plain);
});
