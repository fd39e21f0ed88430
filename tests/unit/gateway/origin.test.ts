import { expect, test } from 'vitest';
import { toMlflowHeaders } from '../../../src/gateway/headers.ts';
import { readOrigin } from '../../../src/gateway/origin.ts';

const read = (header: string) => readOrigin({ 'x-workshop-origin': header });

test('a request names its line, and its cell where it has one', () => {
  expect(read('cell=7;line=3')).toEqual({ cell: 7, line: 3 });
  expect(read('line=12')).toEqual({ cell: null, line: 12 });
  expect(read('cell=1000000;line=1000000')).toEqual({ cell: 1_000_000, line: 1_000_000 });
});

test.for([
  '',
  'line=0',
  'line=-1',
  'line=01',
  'line=1.5',
  'line=1e3',
  'line=1000001',
  'cell=1000001;line=1',
  'cell=7',
  'cell=7; line=3',
  'cell=0;line=3',
  'line=3;cell=7',
  'LINE=3',
  'line=3 ',
  'line=3;<script>',
  `line=${'9'.repeat(100)}`,
  // Sent twice, as Node joins it.
  'line=3, line=4',
])('"%s" names no place', (header) => {
  expect(read(header)).toBeNull();
});

test('a request without the header has no place', () => {
  expect(readOrigin({})).toBeNull();
});

test('the header stays at the gateway', () => {
  const headers = { accept: '*/*', 'x-workshop-origin': 'line=3' };
  expect(toMlflowHeaders(headers, undefined)).toEqual({ accept: '*/*' });
});
