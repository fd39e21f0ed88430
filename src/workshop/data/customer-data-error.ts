/** What is wrong with the text of `customer_data.csv`, for a message in any language. */
export type CustomerDataProblem =
  | { kind: 'empty' }
  | { kind: 'missing-column'; column: string; found: string[] }
  | { kind: 'not-a-number'; column: string; line: number; value: string }
  | { kind: 'row-count'; expected: number; found: number }
  | { kind: 'altered'; expected: string; found: string };

/** The customer file is not the workshop's. */
export class CustomerDataError extends Error {
  override name = 'CustomerDataError';
  readonly code = 'CUSTOMER_DATA';
  readonly problem: CustomerDataProblem;

  constructor(problem: CustomerDataProblem) {
    super(describe(problem));
    this.problem = problem;
  }
}

function describe(problem: CustomerDataProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'customer_data.csv is empty.';
    case 'missing-column':
      return `customer_data.csv has no column "${problem.column}" (columns: ${problem.found.join(', ')}).`;
    case 'not-a-number':
      return `customer_data.csv, line ${problem.line}: ${problem.column} is "${problem.value}", not a number.`;
    case 'row-count':
      return `customer_data.csv has ${problem.found} customers, expected ${problem.expected}.`;
    default:
      return `customer_data.csv was altered: its SHA-256 is ${problem.found}, expected ${problem.expected}.`;
  }
}
