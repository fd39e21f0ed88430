import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** RFC 4180 with `\n`; text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function csvTable(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  );
}
