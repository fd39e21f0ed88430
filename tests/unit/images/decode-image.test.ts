import sharp from 'sharp';
import { expect, test } from 'vitest';
import { decodeImage } from '../../../src/images/decode-image.ts';
import { plots } from '../../../src/workshop/index.ts';

const matrix = plots.confusionMatrix([
  [700, 60],
  [140, 100],
]);
const png = matrix.toPng();
const svg = (inside: string) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">${inside}</svg>`),
  )
    .png()
    .toBuffer();

test.for([
  ['PNG', png],
  ['SVG', Buffer.from(matrix.toSvg())],
  ['JPEG of low quality', await sharp(png).jpeg({ quality: 20 }).toBuffer()],
  ['PNG of 16 colours', await sharp(png).png({ palette: true, colours: 16 }).toBuffer()],
  ['PNG of 16 bits', await sharp(png).toColourspace('rgb16').png().toBuffer()],
  ['large PNG', await sharp(png).resize(4000).png().toBuffer()],
] as const)('a confusion matrix as %s has colours and edges', async ([, bytes]) => {
  const image = await decodeImage(bytes);
  if (!image.decoded) throw new Error(image.reason);
  expect(image.blank).toBe(false);
  expect(image.colors).toBeGreaterThanOrEqual(16);
  expect(image.edges).toBeGreaterThan(0.002);
});

test('a gradient has colours and no edges', async () => {
  const fill =
    '<linearGradient id="g"><stop offset="0" stop-color="white"/><stop offset="1" stop-color="navy"/></linearGradient>';
  const image = await decodeImage(
    await svg(`${fill}<rect width="400" height="400" fill="url(#g)"/>`),
  );
  expect(image).toMatchObject({ blank: false, edges: 0, colors: 256 });
});

test('two flat halves have an edge and two colours', async () => {
  const image = await decodeImage(
    await svg(
      '<rect width="400" height="400" fill="white"/><rect width="200" height="400" fill="navy"/>',
    ),
  );
  expect(image).toMatchObject({ blank: false, colors: 2, edges: 400 / (2 * 400 * 400) });
});

test('what is wholly transparent has one colour, whatever lies under it', async () => {
  const under = await sharp(png).ensureAlpha(0).raw().toBuffer({ resolveWithObject: true });
  for (let at = 3; at < under.data.length; at += 4) under.data[at] = 0;
  const { width, height } = under.info;
  const hidden = sharp(under.data, { raw: { width, height, channels: 4 } });
  expect(await decodeImage(await hidden.png().toBuffer())).toMatchObject({ colors: 1, edges: 0 });
});
