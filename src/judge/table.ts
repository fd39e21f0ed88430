import { asList, asObject } from './shape.ts';
import type { ArtifactFact, Json } from './snapshot.ts';

/** A table as `log_table` writes it: `{"columns": [...], "data": [[...], ...]}`. */
export interface LoggedTable {
  /** Of its artifact. */
  readonly path: string;
  readonly columns: readonly string[];
  /** One object a row. */
  readonly rows: readonly { readonly [column: string]: Json }[];
}

/** The table among the artifacts that has the most of these columns, or null when there is none. */
export function bestTable(
  artifacts: readonly ArtifactFact[],
  wanted: readonly string[],
): LoggedTable | null {
  const count = (table: LoggedTable) =>
    wanted.filter((name) => table.columns.includes(name)).length;
  const tables = artifacts.flatMap(({ path, json }) => toTable(path, json) ?? []);
  return tables.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}

function toTable(path: string, json: Json): LoggedTable | null {
  const found = asObject(json);
  const columns = asList(found?.['columns'])?.filter((column) => typeof column === 'string');
  const data = asList(found?.['data']);
  if (columns === undefined || data === null) return null;
  const rows = data.map((row) =>
    Object.fromEntries(columns.map((column, i) => [column, asList(row)?.[i] ?? null])),
  );
  return { path, columns, rows };
}
