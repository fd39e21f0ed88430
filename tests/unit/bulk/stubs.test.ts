import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { graders } from '../../../graders/index.ts';
import { isAnswered, isUntouched, ownCode } from '../../../src/bulk/stubs.ts';
import { readStubs } from '../../../src/cli/read-stubs.ts';

const stubs = await readStubs(graders);
const solution = readFileSync(
  join(import.meta.dirname, '../../../solutions/python/workshop.ipynb'),
  'utf8',
);

interface Cell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: readonly string[];
}

const cells: readonly Cell[] = JSON.parse(stubs.notebook).cells;
const code = (source: string) => ({ id: 'mine', cell_type: 'code', source: [source] });

/** The exercises that are not as they were handed out. */
const touched = (of: readonly Cell[]) =>
  graders
    .map(({ name }) => name)
    .filter((name) => !isUntouched(name, 'notebook', JSON.stringify({ cells: of }), stubs))
    .map((name) => name.slice(0, 2));

const after = (id: string, ...more: readonly Cell[]) =>
  cells.flatMap((cell) => (cell.id === id ? [cell, ...more] : [cell]));

test('the notebook as it was handed out has nothing touched, the solution has everything', () => {
  expect(touched(cells)).toEqual([]);
  expect(touched(JSON.parse(solution).cells)).toHaveLength(12);
});

test('a cell that was changed, removed or added touches its exercise alone', () => {
  expect(touched(cells.map((cell) => (cell.id === '10-2' ? code('register()') : cell)))).toEqual([
    '10',
  ]);
  expect(touched(cells.filter(({ id }) => id !== '03-1'))).toEqual(['03']);
  expect(touched(after('07-1', code('log_my_own()')))).toEqual(['07']);
});

test('an answer below a heading or a remark of the student’s own counts, and so does one above the cell', () => {
  const remark = { id: 'm', cell_type: 'markdown', source: ['# My answer\n', 'tried twice'] };
  expect(touched(after('07-1', remark, code('log_my_own()')))).toEqual(['07']);
  expect(touched(after('07-statement', code('log_my_own()')))).toEqual(['07']);
});

test('cells outside of the exercises, empty cells and what an editor changes touch nothing', () => {
  expect(touched(after('setup-split', code('df.head()')))).toEqual([]);
  expect(touched([...cells, code('print("the end")')])).toEqual([]);
  expect(touched(after('08-1', code('  \n')))).toEqual([]);
  const windows = cells.map(({ source, ...cell }) => ({
    ...cell,
    source: source.map((line) => line.replace('\n', '\r\n')),
  }));
  expect(touched(windows)).toEqual([]);
});

test('an exercise is answered by own code below its heading, and by no number of another text', () => {
  const answered = (of: readonly unknown[]) =>
    graders
      .filter(({ name }) => isAnswered(name, 'notebook', JSON.stringify({ cells: of }), stubs))
      .map(({ name }) => name.slice(0, 2));
  expect(answered(cells)).toEqual([]);
  expect(answered(after('07-1', code('log_my_own()')))).toEqual(['07']);
  expect(answered(cells.filter(({ id }) => id !== '03-1'))).toEqual([]);
  const text = { cell_type: 'markdown', source: ['## 10 clients'] };
  expect(answered([text, code('df.head(10)')])).toEqual([]);
  expect(isAnswered('07-gradient-boosting', 'python', '## 07 — x\nlog()', stubs)).toBe(false);
});

test('a student’s own code of an exercise is what stands below its heading and was not handed out', () => {
  const own = (exercise: string, of: readonly unknown[]) =>
    ownCode(exercise, 'notebook', JSON.stringify({ cells: of }), stubs);
  const mine = [...after('07-1', code('mine()')), code('after the end')];
  expect(own('07-gradient-boosting', mine)).toBe('mine()');
  expect(own('08-tags-and-confusion-matrix', mine)).toBe('mine()\n\nafter the end');
  const bare = [code('import mlflow'), { cell_type: 'raw', source: 'x' }, code('log()')];
  expect(own('07-gradient-boosting', bare)).toBe('import mlflow\n\nlog()');
  expect(ownCode('07-gradient-boosting', 'python', 'log()', stubs)).toBe('log()');
});
