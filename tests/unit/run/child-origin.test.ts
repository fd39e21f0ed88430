import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { originHeader } from '../../../src/run/child-origin.ts';
import { nest } from './calls-of-others.ts';

const header = originHeader(import.meta.url);
const { stackTraceLimit } = Error;
const prepare: unknown = Reflect.get(Error, 'prepareStackTrace');

afterEach(() => {
  Object.defineProperty(Error, 'stackTraceLimit', { value: stackTraceLimit, writable: true });
  Reflect.set(Error, 'prepareStackTrace', prepare);
});

test('the line that asked is named, through calls that wait', async () => {
  const asked = await nest(25, header);
  const lines = (await readFile(import.meta.filename, 'utf8')).split('\n');
  const line = lines.findIndex((text) => text.includes('await nest(25,')) + 1;
  expect(asked).toEqual({ 'X-Workshop-Origin': `line=${line}` });
});

test('a request that no line of the submission waits for names none', () => {
  expect(originHeader('file:///elsewhere.ts')()).toEqual({});
});

test('what stacks are is left as it was', () => {
  Error.stackTraceLimit = 3;
  const own = () => 'mine';
  Error.prepareStackTrace = own;
  expect(header()).toHaveProperty('X-Workshop-Origin');
  expect(Error.stackTraceLimit).toBe(3);
  expect(Reflect.get(Error, 'prepareStackTrace')).toBe(own);
});

test('a submission that forbids to change errors gets its request through', () => {
  Object.defineProperty(Error, 'stackTraceLimit', { value: 10, writable: false });
  expect(header()).toEqual({});
});
