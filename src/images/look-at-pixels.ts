/** More colours than this are not told apart. */
const MOST_COLORS = 256;
/** Neighbours differ sharply when a channel (0 to 255) differs by at least this. */
const SHARP = 48;
const CHANNELS = 4;

interface Pixels {
  /** The largest difference within one channel, 0 to 255. */
  readonly spread: number;
  readonly colors: number;
  /** The share of neighbours that differ sharply. */
  readonly edges: number;
}

/**
 * How much there is to see in a picture. What is wholly transparent has no colour.
 *
 * @param rgba four bytes for each pixel, row after row
 */
export function lookAt(rgba: Uint8Array, width: number): Pixels {
  const colors = new Set<number>();
  const row = width * CHANNELS;
  let sharp = 0;
  for (let at = 0; at < rgba.length; at += CHANNELS) {
    if (colors.size < MOST_COLORS) colors.add(colorAt(rgba, at));
    if ((at + CHANNELS) % row !== 0 && differ(rgba, at, at + CHANNELS)) sharp++;
    if (at + row < rgba.length && differ(rgba, at, at + row)) sharp++;
  }
  const edges = sharp / Math.max(1, (2 * rgba.length) / CHANNELS);
  return { spread: spreadOf(rgba), colors: colors.size, edges };
}

function spreadOf(rgba: Uint8Array): number {
  const least = new Uint8Array(CHANNELS).fill(255);
  const most = new Uint8Array(CHANNELS);
  for (let at = 0; at < rgba.length; at++) {
    const channel = at % CHANNELS;
    const value = rgba[at] ?? 0;
    if (value < (least[channel] ?? 0)) least[channel] = value;
    if (value > (most[channel] ?? 0)) most[channel] = value;
  }
  return Math.max(...most.map((value, channel) => value - (least[channel] ?? 0)));
}

function colorAt(rgba: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + CHANNELS);
  return alpha === 0 ? 0 : ((red * 256 + green) * 256 + blue) * 256 + alpha;
}

function differ(rgba: Uint8Array, a: number, b: number): boolean {
  const [alphaA, alphaB] = [rgba[a + 3] ?? 0, rgba[b + 3] ?? 0];
  if (Math.abs(alphaA - alphaB) >= SHARP) return true;
  if (alphaA === 0 || alphaB === 0) return false;
  for (let channel = 0; channel < 3; channel++) {
    if (Math.abs((rgba[a + channel] ?? 0) - (rgba[b + channel] ?? 0)) >= SHARP) return true;
  }
  return false;
}
