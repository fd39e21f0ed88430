import { table } from 'arquero';
import type { ColumnTable } from 'arquero';
import { FEATURE_COLS } from './columns.ts';
import { addFeatures } from './features.ts';
import { parseCustomers } from './parse-customers.ts';
import { stratifiedSplit } from './stratified-split.ts';
import { verifyCustomerData } from './verify-customer-data.ts';

/** Customers to predict for: row `i` of `X` belongs to `customerIds[i]`. */
interface Customers {
  customerIds: string[];
  X: number[][];
}

/** pandas' `to_dict(orient='split')`, as MLflow's `dataframe_split` takes it. */
interface DataframeSplit {
  columns: string[];
  data: number[][];
}

/** The workshop's customers, prepared as the guide's set-up cell does in Python. */
export interface WorkshopData {
  /** All customers in the file's order: its columns and the derived ones. */
  table: ColumnTable;
  featureCols: readonly string[];
  /** 4,000 rows of 13 features. */
  XTrain: number[][];
  /** 1,000 rows of 13 features. */
  XTest: number[][];
  /** 1 for a customer who left. */
  yTrain: number[];
  yTest: number[];
  /** Where each row of `XTrain` stands in `table`. */
  trainIndex: number[];
  testIndex: number[];
  /** The first `n` customers of the file, all of them by default (`df[FEATURE_COLS].head(n)`). */
  customers(n?: number): Customers;
  /** Rows of features with their names, for `/invocations` (`to_dict(orient='split')`). */
  toSplit(X: readonly (readonly number[])[]): DataframeSplit;
  /** A table out of columns of the same length (`pd.DataFrame({...})`). */
  dataFrame(columns: Readonly<Record<string, ArrayLike<unknown>>>): ColumnTable;
}

/**
 * Reads and prepares the customers.
 * @param csv text of `customer_data.csv`
 * @throws CustomerDataError when the text is not the workshop's file
 */
export function loadWorkshopData(csv: string): WorkshopData {
  const customers = parseCustomers(csv);
  verifyCustomerData(csv);
  return prepare(customers);
}

function prepare(customers: ColumnTable): WorkshopData {
  const all = addFeatures(customers);
  const X = toRows(all, FEATURE_COLS);
  const y = Array.from(all.array('churned'), Number);
  const ids = Array.from(all.array('customer_id'), String);
  const { train, test } = stratifiedSplit(y);
  return {
    table: all,
    featureCols: FEATURE_COLS,
    XTrain: train.map((row) => X[row]!),
    XTest: test.map((row) => X[row]!),
    yTrain: train.map((row) => y[row]!),
    yTest: test.map((row) => y[row]!),
    trainIndex: train,
    testIndex: test,
    customers: (n = ids.length) => ({ customerIds: ids.slice(0, n), X: X.slice(0, n) }),
    toSplit: (X) => ({ columns: [...FEATURE_COLS], data: X.map((row) => [...row]) }),
    dataFrame: (columns) => table(Object.entries(columns)),
  };
}

function toRows(rows: ColumnTable, names: readonly string[]): number[][] {
  const columns = names.map((name) => rows.array(name));
  return Array.from({ length: rows.numRows() }, (_, i) =>
    columns.map((column) => Number(column[i])),
  );
}
