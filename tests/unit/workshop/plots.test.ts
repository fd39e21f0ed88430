import sharp from 'sharp';
import { expect, test } from 'vitest';
import { plots } from '../../../src/workshop/index.ts';

const counts = [
  [586, 46],
  [92, 276],
];

test('the drawing holds every count, the labels and the French titles', () => {
  const texts = textsOf(plots.confusionMatrix(counts).toSvg());
  expect(texts).toMatchInlineSnapshot(`
    [
      "Matrice de confusion",
      "586",
      "93 %",
      "46",
      "7 %",
      "92",
      "25 %",
      "276",
      "75 %",
      "0",
      "0",
      "1",
      "1",
      "Prédit",
      "Réel",
      "0",
      "293",
      "586",
    ]
  `);
});

test('titles and labels can be chosen, and are escaped', () => {
  const figure = plots.confusionMatrix(counts, {
    title: 'Forêt <100>',
    labels: ['resté', 'parti'],
    xLabel: 'Predicted',
    yLabel: 'Actual',
  });
  const texts = textsOf(figure.toSvg());
  expect(texts).toContain('Forêt &lt;100&gt;');
  expect(texts).toEqual(expect.arrayContaining(['resté', 'parti', 'Predicted', 'Actual']));
});

test('the picture is a PNG of twice the size, with text in it', async () => {
  const figure = plots.confusionMatrix(counts);
  const { width, height, format } = await sharp(figure.toPng()).metadata();
  expect({ width, height, format }).toEqual({
    width: 2 * figure.width,
    height: 2 * figure.height,
    format: 'png',
  });
  const other = plots.confusionMatrix(counts, { title: 'Autre titre' });
  expect(Buffer.compare(figure.toPng(), other.toPng())).not.toBe(0);
});

test('cells are darker the larger their count', async () => {
  const { data, info } = await sharp(plots.confusionMatrix(counts).toPng())
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Near the upper left corner of each cell, away from its text.
  const blueness = [
    [240, 190],
    [510, 190],
    [240, 460],
    [510, 460],
  ].map(([x, y]) => data[(y! * info.width + x!) * info.channels]!);
  const [first, second, third, fourth] = blueness;
  expect([second! > third!, third! > fourth!, fourth! > first!]).toEqual([true, true, true]);
});

test('what is no confusion matrix is refused', () => {
  expect(() => plots.confusionMatrix([[1, 2]])).toThrow('as many columns as rows');
  expect(() => plots.confusionMatrix([[0.5]])).toThrow('0.5 is not a count of rows.');
  expect(() => plots.confusionMatrix(counts, { labels: ['a'] })).toThrow('1 labels for a matrix');
});

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, content]) => content!);
}
