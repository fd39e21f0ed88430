import { fromCSV } from 'arquero';
import type { Item } from '../item.ts';
import { smallText } from './small-text.ts';

const LATE: Readonly<Record<string, boolean>> = { true: true, false: false };

/** What a list beside the submissions says of one student. */
export interface Listed {
  readonly repository: string | null;
  readonly login: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly studentId: string | null;
  readonly late: boolean | null;
}

/**
 * The students of the lists in the class folder: GitHub Classroom's grades
 * (`github_username, roster_identifier, student_repository_name`) and roster
 * (`identifier, github_username, name`), and the `scores.csv` of Classroom 50
 * (`username, first_name, last_name, email, late`). Other CSV files are passed over.
 *
 * @see https://docs.github.com/en/rest/classroom/classroom (get assignment grades)
 * @see https://github.com/foundation50/classroom50 (cli/gh-teacher/internal/download)
 */
export async function readLists(items: readonly Item[]): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  for (const item of items) {
    if (item.kind !== 'file' || !/\.csv$/i.test(item.name)) continue;
    const text = await smallText(item);
    if (text !== null) listed.push(...rowsOf(text).flatMap((row) => toListed(row) ?? []));
  }
  return listed;
}

function rowsOf(text: string): readonly ReadonlyMap<string, string>[] {
  try {
    const cells = fromCSV(text, { autoType: false });
    const columns = cells.columnNames();
    return Array.from({ length: cells.numRows() }, (_, row) => {
      const values = columns.map((column) => String(cells.get(column, row) ?? '').trim());
      return new Map(columns.map((column, at) => [column.trim(), values[at] ?? '']));
    });
  } catch {
    return [];
  }
}

function toListed(row: ReadonlyMap<string, string>): Listed | null {
  const cell = (column: string) => row.get(column) || null;
  const login = cell('github_username') ?? cell('username');
  const repository = cell('student_repository_name');
  if (login === null && repository === null) return null;
  const identifier = cell('roster_identifier') ?? cell('identifier');
  const names = [cell('first_name'), cell('last_name')].filter((name) => name !== null).join(' ');
  const isEmail = identifier?.includes('@') ?? false;
  return {
    repository,
    login,
    name: names || cell('name') || (isEmail ? null : identifier),
    email: cell('email') ?? (isEmail ? identifier : null),
    studentId: isEmail ? null : identifier,
    late: LATE[row.get('late') ?? ''] ?? null,
  };
}
