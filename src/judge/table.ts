import { asList, asObject } from './shape.ts';
import type { ArtifactFact, Json } from './snapshot.ts';

/** A table as `log_table` writes it: `{"columns": [...], "data": [[...], ...]}`. */
export interface LoggedTable {
  readonly columns: readonly string[];
  /** One object a row. */
  readonly rows: readonly { readonly [column: string]: Json }[];
}

/** The first artifact that is a table, or null. */
export function firstTable(artifacts: readonly ArtifactFact[]): LoggedTable | null {
  for (const { json } of artifacts) {
    const found = asObject(json);
    const columns = asList(found?.['columns'])?.filter((column) => typeof column === 'string');
    const data = asList(found?.['data']);
    if (columns === undefined || data === null) continue;
    const rows = data.map((row) =>
      Object.fromEntries(columns.map((column, i) => [column, asList(row)?.[i] ?? null])),
    );
    return { columns, rows };
  }
  return null;
}
