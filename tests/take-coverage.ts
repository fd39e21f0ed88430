import { takeCoverage } from 'node:v8';
import { afterAll } from 'vitest';

/** Vitest ends its workers before they write what they covered: each file writes when it is done. */
afterAll(() => {
  if (process.env['NODE_V8_COVERAGE'] !== undefined) takeCoverage();
});
