import { type ErrorObject, Ajv2020 } from 'ajv/dist/2020.js';
import type { Results } from './results.ts';
import schema from './results-schema.json' with { type: 'json' };

/** A document that is not `results/v1`. */
export class ResultsError extends Error {
  override readonly name = 'ResultsError';
  readonly code = 'BAD_RESULTS';
}

let validator: ReturnType<typeof compile> | undefined;
const compile = () => new Ajv2020({ allowUnionTypes: true }).compile<Results>(schema);

/**
 * The document as JSON, checked against its own schema on the way out.
 *
 * @throws ResultsError when the results are not what `results-schema.json` promises
 */
export function serializeResults(results: Results): string {
  check(results);
  return `${JSON.stringify(results, null, 1)}\n`;
}

/**
 * Reads a document that `serializeResults` wrote.
 *
 * @throws ResultsError when the text is something else
 */
export function parseResults(json: string): Results {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new ResultsError('not JSON', { cause });
  }
  return check(value);
}

function check(value: unknown): Results {
  validator ??= compile();
  // `if` only says that a branch failed; what failed in it comes first.
  if (!validator(value)) throw new ResultsError(describe(validator.errors?.[0]));
  const seen = new Set<string>();
  for (const { id } of value.submissions) {
    if (seen.has(id)) throw new ResultsError(`two submissions have the id ${id}`);
    seen.add(id);
  }
  return value;
}

function describe(error: ErrorObject | undefined): string {
  return `${error?.instancePath ?? ''} ${error?.message ?? 'is wrong'}`.trim();
}
