import { readCells } from '../submissions/notebook-cells.ts';
import type { Kind } from '../submissions/submission.ts';

/** The exercises as they were handed out. */
export interface Stubs {
  /** The TypeScript file of each exercise, and the Python one. */
  readonly files: Readonly<
    Record<string, { readonly typescript: string; readonly python: string }>
  >;
  /** The guided notebook. */
  readonly notebook: string;
}

/** Whether an exercise is as it was handed out. In a notebook: whether all of its cells are. */
export function isUntouched(exercise: string, kind: Kind, source: string, stubs: Stubs): boolean {
  if (kind !== 'notebook') {
    const stub = stubs.files[exercise]?.[kind];
    return stub !== undefined && sameProgram(stub, source);
  }
  const handedOut = cellsOf(exercise, stubs.notebook);
  const cells = new Set(readCells(source).map(({ text }) => normal(text)));
  return handedOut.length > 0 && handedOut.every((text) => cells.has(text));
}

/** The code cells below the heading of an exercise, `## 07 — …`. */
function cellsOf(exercise: string, notebook: string): string[] {
  const found: string[] = [];
  let number = '';
  for (const { type, text } of readCells(notebook)) {
    if (type === 'markdown') number = /^#{1,3} (\d\d) /m.exec(text)?.[1] ?? '';
    else if (type === 'code' && exercise.startsWith(`${number}-`)) found.push(normal(text));
  }
  return found;
}

/** Whether two programs are the same, but for what an editor does to a file by itself. */
export function sameProgram(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

/** Without a byte-order mark, a carriage return in each line, and white space around it. */
function normal(text: string): string {
  return text
    .replace(/^\u{FEFF}/u, '')
    .replaceAll('\r\n', '\n')
    .trim();
}
