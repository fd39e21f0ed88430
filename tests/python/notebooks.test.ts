import { describe, expect, test } from 'vitest';
import { notebook, runPython } from './run-python.ts';

const MAGICS = [
  `%matplotlib inline
%config InlineBackend.figure_format = 'retina'
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.show()`,
  '   \n',
  `%%time

x = 1
print('timed', x)`,
  `!echo from a shell; echo its errors >&2
out = !echo kept
print(out)`,
  'len?',
  `import asyncio
await asyncio.sleep(0.01)
print('awaited')`,
  `from IPython.display import display
import pandas as pd
display(pd.DataFrame({'a': [1]}))
pd.Series([1, 0, 1])`,
  `%pip install seaborn nothing-of-this-name
!pip install nothing-of-this-name
%conda install nothing-of-this-name`,
  { source: `%%script false --no-raise-error\nthis is not run`, tags: [] },
  { source: `1 / 0`, tags: ['raises-exception'] },
  { source: `1 / 0`, tags: ['skip-execution'] },
  `try:
    answer = input('name? ')
except EOFError as error:
    print('no answer:', error)`,
  `import joblib
def square(n):
    return n * n
print(joblib.Parallel(n_jobs=2)(joblib.delayed(square)(n) for n in range(3)))`,
  `import threading, time
def late():
    time.sleep(0.5)
    globals()['predictions'] = [1, 0, 1]
threading.Thread(target=late).start()`,
] as const;

describe.concurrent('a notebook', () => {
  test('has IPython’s magics, and each cell’s output is kept', async () => {
    const ran = await runPython('magics.ipynb', notebook(MAGICS));
    expect(ran.execution).toMatchObject({ outcome: 'completed', error: null });
    expect(ran.execution.output).toContain('ZeroDivisionError');
    const printed = printedOf(ran.returned);
    expect(printed(1)).toContain('<Figure size');
    expect(printed(2)).toMatch(/timed 1\n[^]*Wall time/);
    expect(printed(3)).toBe("from a shell\nits errors\n['kept']\n");
    expect(printed(4)).toContain('Return the number of items in a container.');
    expect(printed(5)).toBe('awaited\n');
    expect(printed(6)).toMatch(/a\n0 +1\n[^]*0 +1\n1 +0\n2 +1\n/);
    expect(printed(7).match(/there is no network/g)).toHaveLength(3);
    expect([printed(8), printed(9), printed(10)]).toEqual(['', '', '']);
    expect(printed(11)).toContain('no answer: EOF when reading a line');
    expect(printed(12)).toBe('[0, 1, 4]\n');
    expect(ran.returned).toMatchObject({
      predictions: expect.arrayContaining([
        { name: '_6', cell: 6, values: [1, 0, 1] },
        { name: 'predictions', cell: 13, values: [1, 0, 1] },
      ]),
    });
  });

  test('of version 3 runs, and stops at its first error, which has a cell and a line', async () => {
    const cells = [
      'predictions = [0, 1]',
      '\n\ndef predict(rows):\n    return rows[0] / 0\n',
      '%%time\n\npredict([1])',
      'predictions = [1, 1]',
    ];
    const ran = await runPython('old.ipynb', version3(cells));
    expect(ran.execution).toMatchObject({
      outcome: 'threw',
      error: { name: 'ZeroDivisionError', message: 'division by zero', cell: 2, line: 4 },
      stoppedAt: 3,
    });
    expect(ran.returned).toMatchObject({
      predictions: [{ name: 'predictions', cell: 1, values: [0, 1] }],
    });
    expect(ran.execution.output).toContain('File "Cell In[2]", line 4, in predict');
    expect(ran.execution.output).not.toMatch(/run_submission|interactiveshell/);
  });

  test('with a syntax error in a cell keeps what the cells before it left', async () => {
    const cells = ['predictions = [0, 1]', '\nfor row in predictions\n    print(row)', '1 / 0'];
    const ran = await runPython('syntax.ipynb', notebook(cells));
    expect(ran.execution).toMatchObject({
      outcome: 'syntax-error',
      error: { name: 'SyntaxError', cell: 2, line: 2 },
      stoppedAt: 2,
    });
    expect(ran.returned).toMatchObject({ predictions: [{ values: [0, 1] }] });
  });

  test('that is stopped from outside has the cell that ran', async () => {
    const gone = await runPython('gone.ipynb', notebook(['1', 'import os\nos._exit(7)', '2']));
    expect(gone.execution).toMatchObject({ outcome: 'exited', exitCode: 7, stoppedAt: 2 });
    const cells = ['1', '2', 'while True: pass', '4'];
    const endless = await runPython('endless.ipynb', notebook(cells), 3000);
    expect(endless.execution).toMatchObject({ outcome: 'timed-out', stoppedAt: 3 });
  });

  test('that is damaged is said to be so', async () => {
    const ran = await runPython('damaged.ipynb', '{"cells": [');
    expect(ran.execution).toMatchObject({
      outcome: 'syntax-error',
      error: { code: 'NOTEBOOK_NOT_JSON', line: null, cell: null },
      output: '',
    });
  });
});

/** What a cell printed. */
function printedOf(returned: unknown) {
  const { printed }: { printed: { cell: number; text: string }[] } = JSON.parse(
    JSON.stringify(returned),
  );
  return (number: number) => printed.find(({ cell }) => cell === number)?.text ?? '';
}

/** https://nbformat.readthedocs.io/en/latest/format_description.html: cells lie in worksheets, code in `input`. */
function version3(sources: readonly string[]): string {
  const cells = sources.map((input) => {
    const shape = { cell_type: 'code', collapsed: false, language: 'python', metadata: {} };
    return { ...shape, input: input.split(/(?<=\n)/), outputs: [] };
  });
  const heading = { cell_type: 'heading', level: 1, metadata: {}, source: 'Churn' };
  const worksheets = [{ cells: [heading, ...cells], metadata: {} }];
  return JSON.stringify({ metadata: { name: '' }, nbformat: 3, nbformat_minor: 0, worksheets });
}
