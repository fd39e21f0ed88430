/** ColorBrewer's "Blues", light to dark: the map that matplotlib and seaborn call `Blues`. */
const STOPS = [
  [247, 251, 255],
  [222, 235, 247],
  [198, 219, 239],
  [158, 202, 225],
  [107, 174, 214],
  [66, 146, 198],
  [33, 113, 181],
  [8, 81, 156],
  [8, 48, 107],
] as const;

/** The colour of a share from 0 (light) to 1 (dark), as `#rrggbb`. */
export function blue(share: number): string {
  return `#${channels(share)
    .map((channel) => Math.round(channel).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Black or white, whichever is easier to read on that blue. */
export function textOnBlue(share: number): string {
  const [red, green, blue] = channels(share).map((channel) => (channel / 255) ** 2.2);
  const luminance = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  return luminance > 0.36 ? '#08306b' : '#ffffff';
}

function channels(share: number): number[] {
  const position = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const below = Math.min(Math.floor(position), STOPS.length - 2);
  const rest = position - below;
  return STOPS[below]!.map((channel, i) => channel + rest * (STOPS[below + 1]![i]! - channel));
}
