import { expect, test } from 'vitest';
import { figure } from '../../../src/judge/checks/figure.ts';
import type { ImageFact } from '../../../src/judge/snapshot.ts';
import { hinted, said } from './messages-of.ts';
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
const logged = (path: string, image: ImageFact | null = drawing) => {
  const artifacts = [{ path, sizeBytes: 1, image, json: null }];
  return snapshotWith({ runs: [runWith({ artifacts })] });
};
const answer = (image: ImageFact) => said(figure('a-run', 'm.png'), logged('m.png', image));

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

test.for(['m.svg', 'm.jpeg', 'm.JPG', 'figures/errors/m.png'])(
  '%s passes where m.png is asked for',
  (path) => {
    expect(said(figure('a-run', 'm.png'), logged(path))).toBeNull();
  },
);

test('another name is told with those that were found, and is where the failure comes from', () => {
  const check = figure('a-run', 'matrice_confusion.png');
  const snapshot = logged('figures/matrice-confusion.png');
  expect(said(check, snapshot)).toBe(
    'Artifact matrice_confusion.png missing; artifacts found: figures/matrice-confusion.png.',
  );
  expect(hinted(check, snapshot)).toBe(
    'A PNG, SVG or JPEG image, in a folder of your choice, called "matrice_confusion".',
  );
  expect(check.test(snapshot)?.evidence).toMatchObject({ path: 'figures/matrice-confusion.png' });
  expect(said(check, logged('matrice_confusion.json', null))).toContain('missing');
});
