import { expect, test } from 'vitest';
import { memoryOfSubmission } from '../../../src/cli/gradescope/memory.ts';

const MB = 1024 ** 2;

test.for([
  ['Gradescope’s default', 768 * MB, 318],
  ['the next larger container', 1536 * MB, 1086],
  ['a container too small for us', 400 * MB, 256],
  ['a machine without a limit', 0, 2048],
  ['a limit that is none', 2 ** 63, 2048],
] as const)('%s leaves a submission its share', ([, limit, expected]) => {
  expect(memoryOfSubmission(limit)).toBe(expected);
});
