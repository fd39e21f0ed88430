import { readCells, type Cell } from '../notebooks/read-cells.ts';
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

/**
 * Whether an exercise is as it was handed out. In a notebook: whether all of its cells are, and none of the student's own
 * stands among or below them.
 */
export function isUntouched(exercise: string, kind: Kind, source: string, stubs: Stubs): boolean {
  if (kind !== 'notebook') {
    const stub = stubs.files[exercise]?.[kind];
    return stub !== undefined && sameProgram(stub, source);
  }
  const number = exercise.slice(0, 2);
  const handedOut = placeCells(readCells(stubs.notebook), null);
  const found = placeCells(readCells(source), handedOut);
  const expected = [...handedOut.code].filter(([, of]) => of === number);
  const own = [...found.code].filter(([cell, of]) => of === number && !handedOut.code.has(cell));
  return (
    expected.length > 0 && expected.every(([cell]) => found.code.has(cell)) && own.length === 0
  );
}

/**
 * Whether a notebook has code of the student's own below the heading of an exercise, `## 07 — …`, as the guided one has
 * it: an answer, whatever it calls.
 */
export function isAnswered(exercise: string, kind: Kind, source: string, stubs: Stubs): boolean {
  if (kind !== 'notebook') return false;
  const number = exercise.slice(0, 2);
  const cells = readCells(source);
  const heading = new RegExp(`^#{1,3} ${number} — `, 'm');
  if (!cells.some(({ type, text }) => type === 'markdown' && heading.test(text))) return false;
  const handedOut = placeCells(readCells(stubs.notebook), null);
  return [...placeCells(cells, handedOut).code].some(
    ([cell, of]) => of === number && !handedOut.code.has(cell),
  );
}

/**
 * What of a file is the student's own for an exercise. Of a notebook: the code cells below its heading that were not
 * handed out; all such cells where there is none.
 */
export function ownCode(exercise: string, kind: Kind, source: string, stubs: Stubs): string {
  if (kind !== 'notebook') return source;
  const handedOut = placeCells(readCells(stubs.notebook), null);
  const own = [...placeCells(readCells(source), handedOut).code].filter(
    ([cell]) => !handedOut.code.has(cell),
  );
  const ofThis = own.filter(([, of]) => of === exercise.slice(0, 2));
  return (ofThis.length > 0 ? ofThis : own).map(([cell]) => cell).join('\n\n');
}

interface Placed {
  /** Code cells, each with the number of its exercise; empty for none. */
  readonly code: ReadonlyMap<string, string>;
  readonly prose: ReadonlySet<string>;
}

/**
 * Tells which exercise a cell belongs to: the one below whose heading, `## 07 — …`, it stands.
 *
 * @param known of another notebook: what of it stands in this one belongs where it did, and ends what is above it
 */
function placeCells(cells: readonly Cell[], known: Placed | null): Placed {
  const code = new Map<string, string>();
  const prose = new Set<string>();
  let number = '';
  for (const { type, text } of cells) {
    const cell = normal(text);
    if (type === 'markdown') {
      prose.add(cell);
      const heading = /^#{1,3} (\d\d) /m.exec(text)?.[1];
      if (heading !== undefined) number = heading;
      else if (known?.prose.has(cell) !== false) number = '';
    } else if (type === 'code' && cell !== '') {
      number = known?.code.get(cell) ?? number;
      code.set(cell, number);
    }
  }
  return { code, prose };
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
