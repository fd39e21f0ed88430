import { Ajv } from 'ajv';

/** A cell of a Jupyter notebook, whichever version of the format it has. */
export interface Cell {
  readonly type: string;
  readonly text: string;
}

interface RawCell {
  readonly cell_type: string;
  readonly source?: string | readonly string[];
  /** Version 3 called it so. */
  readonly input?: string | readonly string[];
}

const text = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
const cells = {
  type: 'array',
  items: {
    type: 'object',
    required: ['cell_type'],
    properties: { cell_type: { type: 'string' }, source: text, input: text },
  },
};
const isNotebook = new Ajv().compile<{
  readonly cells?: readonly RawCell[];
  readonly worksheets?: readonly { readonly cells: readonly RawCell[] }[];
}>({
  type: 'object',
  properties: {
    cells,
    worksheets: {
      type: 'array',
      items: { type: 'object', required: ['cells'], properties: { cells } },
    },
  },
});

/** Whether a text is JSON of a notebook's form. */
export function isNotebookFile(text: string): boolean {
  return isNotebook(parsed(text));
}

/** Null for what is no JSON. Windows may put a byte-order mark before it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    return null;
  }
}

/** The cells of a notebook of format 3 or 4; none of what is no notebook. https://nbformat.readthedocs.io */
export function readCells(notebook: string): readonly Cell[] {
  const found = parsed(notebook);
  if (!isNotebook(found)) return [];
  const raw = found.cells ?? found.worksheets?.flatMap((sheet) => sheet.cells) ?? [];
  return raw.map(({ cell_type, source, input }) => ({
    type: cell_type,
    text: [source ?? input ?? ''].flat().join(''),
  }));
}
