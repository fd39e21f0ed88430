import { readCells } from '../notebooks/read-cells.ts';
import type { Kind } from './submission.ts';

/** What of a file is program: of a notebook the code cells, without what they printed. What is no notebook stays as it is. */
export function codeOf(kind: Kind, source: string): string {
  const found = kind === 'notebook' ? readCells(source) : [];
  if (found.length === 0) return source;
  return found
    .filter(({ type }) => type === 'code')
    .map((cell) => cell.text)
    .join('\n\n');
}
