import type { ImageFact } from '../judge/snapshot.ts';

/** An image has at least this spread of brightness in one channel (0 to 255), or it is one colour. */
const MIN_SPREAD = 8;

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
    const { channels } = await image.stats();
    const blank = channels.every(({ min, max }) => max - min < MIN_SPREAD);
    return { decoded: true, format, width, height, blank };
  } catch (error) {
    return { decoded: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
