import { readFileSync } from 'node:fs';
import { pythonRoom, type PythonScript, type Room } from './python-script.ts';

export interface Cell {
  readonly cell_type: 'markdown' | 'code';
  /** `07-statement`, `07-1`, `07-2`, … in an exercise. */
  readonly id: string;
  readonly source: readonly string[];
}

export interface Notebook {
  readonly cells: readonly Cell[];
}

/** The statement comes from the exercise in both notebooks, the code from its own script. */
export interface Filling {
  readonly statement: PythonScript;
  readonly code: PythonScript;
}

export const notebookFile = (room: Room): URL => new URL('workshop.ipynb', pythonRoom(room));

export function readNotebook(room: Room): Notebook {
  const notebook: Notebook = JSON.parse(readFileSync(notebookFile(room), 'utf8'));
  return notebook;
}

/** The notebook with the statements and the code of the scripts, by `07`; its own prose stays. */
export function refill(notebook: Notebook, fillings: ReadonlyMap<string, Filling>): Notebook {
  const cells = notebook.cells.map((cell) => {
    const [, number = '', part = ''] = /^(\d\d)-(statement|\d+)$/.exec(cell.id) ?? [];
    const filling = fillings.get(number);
    if (filling === undefined) return cell;
    const text =
      part === 'statement'
        ? headed(filling.statement.statement)
        : (filling.code.cells[Number(part) - 1] ?? '');
    return { ...cell, source: text.split(/(?<=\n)/) };
  });
  return { ...notebook, cells };
}

/** As Jupyter writes a notebook: saving it unchanged there changes nothing. */
export const notebookText = (notebook: Notebook): string =>
  `${JSON.stringify(notebook, null, 1)}\n`;

/** `07 — Titre` begins the French statement, `07 — Title` the English one. */
function headed(statement: string): string {
  return statement.replace(/^\d\d — /, '## $&').replace(/^\d\d — /m, '### $&');
}
