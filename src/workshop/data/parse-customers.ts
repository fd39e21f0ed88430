import { fromCSV, table } from 'arquero';
import type { ColumnTable } from 'arquero';
import { CUSTOMER_COLUMNS, CUSTOMER_COUNT } from './columns.ts';
import { CustomerDataError } from './customer-data-error.ts';

/**
 * The customers of a CSV text, `customer_id` as text and all else as numbers.
 * @throws CustomerDataError for a missing column, a cell that is not a number, or another number of rows
 */
export function parseCustomers(csv: string, expected = CUSTOMER_COUNT): ColumnTable {
  if (csv.trim() === '') throw new CustomerDataError({ kind: 'empty' });
  // Cells stay text until checked: left to itself, arquero would make a column with one bad cell text.
  const cells = fromCSV(csv, { autoType: false });
  const found = cells.columnNames();
  const column = CUSTOMER_COLUMNS.find((name) => !found.includes(name));
  if (column) throw new CustomerDataError({ kind: 'missing-column', column, found });
  if (cells.numRows() !== expected) {
    throw new CustomerDataError({ kind: 'row-count', expected, found: cells.numRows() });
  }
  return table(
    CUSTOMER_COLUMNS.map((name) => {
      const texts = Array.from(cells.array(name), (cell) => String(cell ?? ''));
      return [name, name === 'customer_id' ? texts : toNumbers(name, texts)];
    }),
  );
}

function toNumbers(column: string, texts: string[]): Float64Array {
  return Float64Array.from(texts, (value, row) => {
    const number = value.trim() === '' ? NaN : Number(value);
    if (Number.isFinite(number)) return number;
    // The header is line 1.
    throw new CustomerDataError({ kind: 'not-a-number', column, line: row + 2, value });
  });
}
