const MAX_WIDTH = 1000;

/**
 * An image as a PNG of ours: what a report shows is pixels, never a stranger's SVG or a file that only
 * calls itself an image.
 */
export async function drawAnew(bytes: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return await sharp(bytes, { limitInputPixels: 50_000_000 })
    .resize({ width: MAX_WIDTH, withoutEnlargement: true })
    .png()
    .toBuffer();
}
