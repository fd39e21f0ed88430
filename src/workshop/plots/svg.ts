export interface TextStyle {
  /** Pixels. */
  size: number;
  bold?: boolean;
  fill?: string;
  opacity?: number;
  /** Reads upwards. */
  turned?: boolean;
  /** Begins at the point; centred on it otherwise. */
  start?: boolean;
}

/** A line of text, its height centred on the point. */
export function text(x: number, y: number, content: string, style: TextStyle): string {
  // Half the height of a capital: not every renderer knows dominant-baseline.
  const drop = 0.36 * style.size;
  const place = style.turned
    ? `transform="translate(${x + drop} ${y}) rotate(-90)"`
    : `x="${x}" y="${y + drop}"`;
  const attributes = [
    place,
    `font-size="${style.size}"`,
    `fill="${style.fill ?? '#0f172a'}"`,
    `text-anchor="${style.start ? 'start' : 'middle'}"`,
    ...(style.bold ? ['font-weight="bold"'] : []),
    ...(style.opacity === undefined ? [] : [`opacity="${style.opacity}"`]),
  ];
  return `<text ${attributes.join(' ')}>${escape(content)}</text>`;
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  radius = 0,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" rx="${radius}"/>`;
}

function escape(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
