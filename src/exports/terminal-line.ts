import stringWidth from 'string-width';
import { oneLine } from './plain-text.ts';

const NAME_WIDTH = 60;

/** A student's name in a sentence or a line of progress. */
export const terminalName = (name: string) => terminalLine(name, NAME_WIDTH);

/**
 * A stranger's text as part of a line on a terminal or in a log, cut at a width in columns. `##[` begins a
 * command in a log of GitHub Actions, wherever in the line it stands.
 */
export function terminalLine(text: string, width: number): string {
  const line = oneLine(text).replaceAll('##[', '# #[');
  if (stringWidth(line) <= width) return line;
  let cut = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (stringWidth(cut + segment) >= width) break;
    cut += segment;
  }
  return `${cut}…`;
}
