import type { ImageFact } from '../judge/snapshot.ts';
import { lookAt } from './look-at-pixels.ts';

/** An image has at least this spread in one channel (0 to 255), or it is one colour. */
const MIN_SPREAD = 8;
/** Spread, colours and edges are looked for in a picture of at most this size, in pixels. */
const LOOK_AT = 1024;

export function hasImageName(path: string): boolean {
  return /\.(png|jpe?g|svg|webp|gif)$/i.test(path);
}

/** Decodes the file for real, whatever its name says. */
export async function decodeImage(bytes: Uint8Array): Promise<ImageFact> {
  // Costs 50 ms to load, and most exercises have no figure.
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(bytes, { limitInputPixels: 50_000_000 });
    const { format, width, height } = await image.metadata();
    const { data, info } = await image
      // Picking pixels keeps edges sharp and mixes no colours.
      .resize(LOOK_AT, LOOK_AT, { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { spread, ...seen } = lookAt(data, info.width);
    return { decoded: true, format, width, height, blank: spread < MIN_SPREAD, ...seen };
  } catch (error) {
    return { decoded: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
