import { parse } from 'csv-parse/sync';
import { message, type Message } from '../../messages/sentence.ts';
import { say } from '../words.ts';
import { findColumns, type WorksheetColumns } from './columns.ts';

/** The grading worksheet that a teacher downloaded from a Moodle assignment. */
export interface Worksheet {
  readonly byteOrderMark: string;
  readonly delimiter: ',' | ';' | '\t';
  readonly lineBreak: string;
  readonly endsWithBreak: boolean;
  readonly header: string;
  readonly columns: WorksheetColumns;
  readonly rows: readonly WorksheetRow[];
}

export interface WorksheetRow {
  readonly cells: readonly string[];
  /** As it stands in the file, without its line break. */
  readonly raw: string;
}

/** A file that is no grading worksheet. */
export class WorksheetError extends Error {
  override readonly name = 'WorksheetError';
  readonly code = 'BAD_WORKSHEET';
  readonly why: Message;

  constructor(why: Message, options?: ErrorOptions) {
    super(say(why, 'en'), options);
    this.why = why;
  }
}

/**
 * Reads a worksheet, in whatever language Moodle wrote it, if its columns are known or named.
 *
 * @throws WorksheetError
 */
export function parseWorksheet(
  text: string,
  named: Partial<Record<keyof WorksheetColumns, string>> = {},
): Worksheet {
  const byteOrderMark = text.startsWith('\u{FEFF}') ? '\u{FEFF}' : '';
  const body = text.slice(byteOrderMark.length);
  const delimiter = delimiterOf(body);
  const [header, ...rows] = parseRows(body, delimiter);
  if (header === undefined) throw new WorksheetError(message('worksheet.empty'));
  const columns = findColumns(header.cells, named);
  if ('key' in columns) throw new WorksheetError(columns);
  return {
    byteOrderMark,
    delimiter,
    lineBreak: body.includes('\r\n') ? '\r\n' : '\n',
    endsWithBreak: body.endsWith('\n'),
    header: header.raw,
    columns,
    rows,
  };
}

function parseRows(body: string, delimiter: string): WorksheetRow[] {
  let parsed: unknown;
  try {
    parsed = parse(body, { delimiter, raw: true, relax_column_count: true });
  } catch (cause) {
    throw new WorksheetError(message('worksheet.no-csv'), { cause });
  }
  return asList(parsed).map((row) => {
    const { record, raw } = Object(row);
    return { cells: asList(record).map(String), raw: String(raw).replace(/[\r\n]+$/, '') };
  });
}

/** Moodle lets the teacher choose the separator of the download; the header has the most of it. */
function delimiterOf(body: string): Worksheet['delimiter'] {
  const header = body.split('\n', 1)[0] ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  const [first = ','] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a));
  return first;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
