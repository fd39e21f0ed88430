import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readImagesHere } from '../../src/images/image-reader.ts';
import { LIMITS, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { createSandboxedImages } from '../../src/sandbox/sandboxed-images.ts';
import { PROJECT, providers } from './boxes.ts';

/** Two kilobytes that take librsvg hours. */
const BOMB = `<svg xmlns="http://www.w3.org/2000/svg" width="7000" height="7000"><filter id="f">${'<feTurbulence baseFrequency="0.9" numOctaves="10"/><feGaussianBlur stdDeviation="90"/>'.repeat(20)}</filter><rect width="7000" height="7000" filter="url(#f)"/></svg>`;

describe.for(providers)('in a $name sandbox', ({ open }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(async () => await sandbox[Symbol.asyncDispose]());

  test('an image is read as in the grader', async () => {
    const png = await sharp({
      create: { width: 1200, height: 300, channels: 3, background: '#123456' },
    })
      .png()
      .toBuffer();
    const images = createSandboxedImages(sandbox, { limits: LIMITS, timeoutMs: 30_000 });
    const apart = await images.read(png);
    expect(apart.fact).toEqual((await readImagesHere.read(png)).fact);
    expect(await sharp(apart.png ?? undefined).metadata()).toMatchObject({ width: 1000 });
  });

  test('what is no image is a fact about it, in the same words', async () => {
    const images = createSandboxedImages(sandbox, { limits: LIMITS, timeoutMs: 30_000 });
    const text = await readFile(join(PROJECT, 'LICENSE'));
    expect(await images.read(text)).toEqual(await readImagesHere.read(text));
  });

  test('an SVG without an end is stopped, and does not stop the others', async () => {
    const images = createSandboxedImages(sandbox, { limits: LIMITS, timeoutMs: 3000 });
    const { fact, png } = await images.read(Buffer.from(BOMB));
    expect(fact.decoded).toBe(false);
    expect(png).toBeNull();
  });
});
