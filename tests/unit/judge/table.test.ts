import { expect, test } from 'vitest';
import { bestTable } from '../../../src/judge/table.ts';

test('of several tables the one with the wanted columns counts', () => {
  const artifact = (path: string, columns: string[]) => ({
    path,
    sizeBytes: 1,
    image: null,
    json: { columns, data: [] },
  });
  const found = bestTable(
    [artifact('a.json', ['note']), artifact('b.json', ['x', 'y'])],
    ['x', 'y'],
  );
  expect(found?.columns).toEqual(['x', 'y']);
});
