import { posix } from 'node:path';
import { check } from './check.ts';
import type { MlflowClient } from './client.ts';
import { MlflowError } from './errors.ts';
import { list, object, text, type Shape } from './shape.ts';

export type Row = Readonly<Record<string, unknown>>;
/** Rows, or columns of equal length. */
export type TableData = readonly Row[] | Readonly<Record<string, readonly unknown[]>>;

interface SplitTable {
  readonly columns: readonly string[];
  readonly data: readonly (readonly unknown[])[];
}

const ARTIFACTS_TAG = 'mlflow.loggedArtifacts';
const row: Shape<readonly unknown[]> = { schema: { type: 'array' } };
const splitTable = object({ columns: list(text), data: list(row) });
const loggedArtifacts = list(object({}, { path: text, type: text }));

/**
 * Logs a table as Python's `log_table` does, in pandas' "split" JSON; rows are added to a table that
 * is already there. `.parquet` tables are not written.
 */
export async function logTable(
  client: MlflowClient,
  runId: string,
  data: TableData,
  artifactFile: string,
): Promise<void> {
  if (!artifactFile.endsWith('.json')) {
    throw new MlflowError(
      'INVALID_PARAMETER_VALUE',
      `A table's file ends in .json: ${artifactFile}`,
    );
  }
  const folder = posix.dirname(artifactFile);
  const files = await client.listArtifacts(runId, folder);
  const exists = files.some((file) => file.path === posix.normalize(artifactFile));
  const before = exists ? await readTable(client, runId, artifactFile) : [];
  const table = toSplit([...before, ...toRows(data)]);
  await client.logContent(runId, JSON.stringify(table), artifactFile);
  await tagTable(client, runId, artifactFile);
}

/** A table that a run logged, in rows. @throws MlflowError RESOURCE_DOES_NOT_EXIST */
export async function readTable(
  client: MlflowClient,
  runId: string,
  artifactFile: string,
): Promise<Row[]> {
  const content = new TextDecoder().decode(await client.readArtifact(runId, artifactFile));
  const table = await check(splitTable, JSON.parse(content));
  if (table.ok) return fromSplit(table.value);
  throw new MlflowError('INVALID_PARAMETER_VALUE', `${artifactFile} is no table: ${table.reason}`);
}

export function toRows(data: TableData): readonly Row[] {
  if (isRows(data)) return data;
  const columns = Object.entries(data);
  const length = Math.max(0, ...columns.map(([, cells]) => cells.length));
  if (columns.some(([, cells]) => cells.length !== length)) {
    throw new MlflowError('INVALID_PARAMETER_VALUE', 'All columns of a table have one length');
  }
  return Array.from({ length }, (_, index) =>
    Object.fromEntries(columns.map(([name, cells]) => [name, cells[index]])),
  );
}

/** Columns in the order in which rows first name them; a cell that a row lacks is null. */
export function toSplit(rows: readonly Row[]): SplitTable {
  const columns = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  return { columns, data: rows.map((cells) => columns.map((name) => cells[name] ?? null)) };
}

function fromSplit({ columns, data }: SplitTable): Row[] {
  return data.map((cells) =>
    Object.fromEntries(columns.map((name, index) => [name, cells[index]])),
  );
}

async function tagTable(client: MlflowClient, runId: string, path: string): Promise<void> {
  const { tags } = (await client.getRun(runId)).data;
  const told = await check(loggedArtifacts, JSON.parse(tags[ARTIFACTS_TAG] ?? '[]'));
  const before = told.ok ? told.value : [];
  if (before.some((entry) => entry.path === path && entry.type === 'table')) return;
  // Python's load_table finds runs by this text, with a space after each colon and comma.
  const entries = [...before, { path, type: 'table' }].map(
    (entry) => `{"path": ${JSON.stringify(entry.path)}, "type": ${JSON.stringify(entry.type)}}`,
  );
  await client.setTag(runId, ARTIFACTS_TAG, `[${entries.join(', ')}]`);
}

function isRows(data: TableData): data is readonly Row[] {
  return Array.isArray(data);
}
