import { expect, test } from 'vitest';
import { tryAgain, type Trouble } from '../../../src/bulk/try-again.ts';

class Lost extends Error {}
class Full extends Error {}

const sentence = { fr: 'perdu', en: 'lost' };

/** Attempts that fail with these errors one after the other, then succeed. */
function attempts(...errors: Error[]) {
  const seen: string[] = [];
  return {
    seen,
    attempt: async () => {
      seen.push('attempt');
      const error = errors.shift();
      if (error !== undefined) throw error;
      return 'graded';
    },
    troubleOf: async (error: unknown): Promise<Trouble> => ({
      sentence,
      concernsAll: error instanceof Full,
    }),
    recover: async () => {
      seen.push('recover');
      throw new Error('not yet');
    },
    giveUp: () => 'given up',
  };
}

test('trouble is tried again after a recovery, even one that failed', async () => {
  const two = attempts(new Lost(), new Lost());
  expect(await tryAgain(two)).toBe('graded');
  expect(two.seen).toEqual(['attempt', 'recover', 'attempt', 'recover', 'attempt']);
});

test('the third time it is given up', async () => {
  expect(await tryAgain(attempts(new Lost(), new Lost(), new Lost()))).toBe('given up');
});

test('trouble for all ends everything', async () => {
  await expect(tryAgain(attempts(new Full('full')))).rejects.toThrow('full');
});
