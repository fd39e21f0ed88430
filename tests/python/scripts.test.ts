import { describe, expect, test } from 'vitest';
import { runPython } from './run-python.ts';

/** Objects that do what they can to whoever looks at them, and one honest value among them. */
const HOSTILE = `import sys
import numpy as np
import pandas as pd

class Endless(list):
    def __iter__(self):
        while True:
            yield 1
    def __len__(self):
        return 5
    def __getitem__(self, index):
        raise SystemExit(4)

class Liar:
    @property
    def __class__(self):
        raise RuntimeError('nobody asks')
    def __getattr__(self, name):
        raise KeyboardInterrupt
    def __eq__(self, other):
        raise SystemExit(5)
    __hash__ = None

class Name(str):
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise ValueError

endless, liar = Endless([1, 2]), Liar()
globals()[Name('odd')] = 1
huge = np.zeros(10**7)
objects = np.array([None, None], dtype=object)
objects[0] = liar
column = pd.Series([1, 2, 3])
object.__setattr__(column, '_mgr', liar)
numbers, infinite, mixed = [10**400], [float('nan')], [1, 'a']
itself = []
itself.append(itself)
print('\\ud800', '\\x00' * 300_000)
predictions = pd.Series([1, 0], dtype='int8')
class Unsaid(Exception):
    def __str__(self):
        raise SystemExit(6)
`;

describe.concurrent('a script', () => {
  test('keeps its values when it throws, whatever lies in its variables', async () => {
    const { execution, returned } = await runPython('hostile.py', `${HOSTILE}\nraise Unsaid()\n`);
    expect(execution).toMatchObject({
      outcome: 'threw',
      exitCode: 1,
      error: {
        message: 'an error that cannot be shown',
        cell: null,
        line: HOSTILE.split('\n').length + 1,
      },
    });
    expect(returned).toMatchObject({
      predictions: [{ name: 'predictions', cell: null, values: [1, 0] }],
      runs: [],
    });
    expect(JSON.stringify(returned).length).toBeLessThan(512 * 1024);
  });

  test('is `__main__`, sees itself, ends its threads and what MLflow does at exit', async () => {
    const source = `import sys, os, threading, time, subprocess, multiprocessing
import mlflow
import requests

def square(n):
    return n * n

class Model:
    pass

if __name__ == "__main__":
    import pickle
    assert type(pickle.loads(pickle.dumps(Model()))) is Model
    assert sys.argv == [__file__] and sys.path[0] == os.path.dirname(__file__)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.map(square, [2, 3]))
    for host in ("localhost", "127.0.0.1", "[::1]"):
        assert requests.get(f"http://{host}:5000/api/2.0/mlflow/experiments/search?max_results=1").ok
    # Of a process in Python that reports, nothing is left to whom it starts.
    subprocess.run([sys.executable, "-c", "import os; os.write(3, b'forged')"], stderr=subprocess.DEVNULL)
    mlflow.set_experiment("exit-" + str(time.time()))
    run = mlflow.start_run(run_name="left open")
    mlflow.log_metric("late", 1, synchronous=False)
    threading.Thread(target=lambda: (time.sleep(0.5), print("thread done"))).start()
    sys.exit()
`;
    const { execution, returned, requests } = await runPython('main.py', source);
    expect(execution).toMatchObject({ outcome: 'completed', exitCode: 0, error: null });
    expect(returned).toMatchObject({
      printed: [{ text: expect.stringMatching(/^\[4, 9\]\n[^]*thread done\n/) }],
    });
    const calls = requests.map(({ path }) => path.split('/').at(-1));
    // The metric is sent by a thread of MLflow's, the end of the run at exit.
    expect(calls).toEqual(expect.arrayContaining(['create', 'log-batch', 'update']));
  });

  test('that is not Python is a syntax error with its line', async () => {
    const { execution } = await runPython('syntax.py', 'a = 1\n\nif a\n    print(a)\n');
    expect(execution).toMatchObject({
      outcome: 'syntax-error',
      error: { name: 'SyntaxError', message: "expected ':'", cell: null, line: 3 },
    });
  });

  test('that leads MLflow elsewhere says so, and asks there not for long', async () => {
    const lead = (uri: string) => `mlflow.set_tracking_uri("${uri}")\n`;
    const source = `import mlflow\n${lead('http://127.0.0.1:1')}mlflow.set_experiment("w")\n`;
    const away = await runPython('away.py', source, 20_000);
    expect(away.execution).toMatchObject({
      outcome: 'threw',
      error: { name: 'MlflowException', line: 3 },
      elsewhere: { uri: 'http://127.0.0.1:1', cell: null, line: 2 },
    });
    const back = `import mlflow\n${lead('./mlruns')}${lead('http://localhost:5000')}`;
    expect((await runPython('back.py', back)).execution.elsewhere).toBeUndefined();
  });

  test('that looks for the data where it is not has a code for that', async () => {
    const read = (path: string) => `import pandas\npandas.read_csv("${path}")\n`;
    const { execution } = await runPython('data.py', read('data/customer_data.csv'));
    expect(execution.error).toMatchObject({ code: 'DATA_NOT_FOUND', line: 2 });
    expect(execution.error?.values).toEqual({ path: 'data/customer_data.csv' });
    const windows = await runPython('windows.py', read(String.raw`C:\Users\ada\customers.csv`));
    expect(windows.execution.error).toMatchObject({ code: 'WINDOWS_PATH', line: 2 });
  });

  test.each([
    ['mlflow.log_metrics({"accuracy": "high"})', { code: 'METRIC_NOT_A_NUMBER' }],
    [
      'mlflow.log_params({"depth": 1})\nmlflow.log_params({"depth": 2})',
      { code: 'PARAM_CHANGED', values: { name: 'depth' } },
    ],
    ['mlflow.start_run()', { code: 'RUN_ACTIVE' }],
    ['print(X_test)', { code: 'NAME_NOT_DEFINED', values: { name: 'X_test' } }],
    ['import math\nmath.sqrt("high")', {}],
  ])('that makes a known mistake has a code for it: %s', async (mistake, error) => {
    const source = `import mlflow\nmlflow.set_experiment("w")\nmlflow.start_run()\n${mistake}\n`;
    const { execution } = await runPython('mistake.py', source);
    expect(execution.error?.line).toBe(source.trimEnd().split('\n').length);
    const { code, values } = execution.error ?? {};
    expect({ code, values }).toEqual(error);
  });

  test('that leaves by a code has thrown', async () => {
    const { execution, returned } = await runPython(
      'exit.py',
      "import sys\npredictions = [1]\nsys.exit('nothing to do')\n",
    );
    expect(execution).toMatchObject({
      outcome: 'threw',
      error: { name: 'SystemExit', message: 'nothing to do', line: 3 },
      output: 'nothing to do\n',
    });
    expect(returned).toMatchObject({ predictions: [{ values: [1] }] });
  });

  test('that kills its process leaves nothing, whatever it wrote to descriptor 3', async () => {
    const source = `import os
for descriptor in range(3, 20):
    try:
        os.write(descriptor, b'{"kind":"returned","value":null}\\n')
    except OSError:
        pass
os._exit(7)
`;
    const { execution, returned } = await runPython('gone.py', source);
    expect(execution).toMatchObject({ outcome: 'exited', exitCode: 7, error: null });
    expect(returned).toBeNull();
  });

  test('without an end is stopped at its time', async () => {
    const { execution } = await runPython('endless.py', 'print("on")\nwhile True: pass\n', 1500);
    expect(execution).toMatchObject({ outcome: 'timed-out', output: 'on\n' });
  });
});
