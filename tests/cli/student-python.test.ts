import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notebook, quickPython } from './class-folder.ts';
import { replaced, scratchProject, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeAll(async () => {
  project = await scratchProject();
});
afterAll(async () => await project[Symbol.asyncDispose]());

const FILE = 'exercises/python/06_compare_runs.py';
const solution = await readFile(
  new URL('../../solutions/python/06_compare_runs.py', import.meta.url),
  'utf8',
);
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

test('untouched exercises in Python are to do, as scripts and in the notebook', async () => {
  const scripts = await project.run(['test', '--python']);
  expect(scripts.status).toBe(0);
  expect(scripts.stdout.match(/^○ .* to do$/gm)).toHaveLength(12);
  expect(lastLine(scripts.stdout)).toBe(
    'Next: open exercises/python/01_first_run.py, then npm test 01 -- --python',
  );
  const notebook = await project.run(['test', 'exercises/python/workshop.ipynb']);
  expect(notebook.status).toBe(0);
  expect(notebook.stdout).toContain('0 passed, 0 not yet, 12 to do — 0/113 points');
  expect(lastLine(notebook.stdout)).toBe(
    'Next: 01-first-run in exercises/python/workshop.ipynb, then npm test exercises/python/workshop.ipynb',
  );
});

const SECOND = `
with mlflow.start_run(run_name="exemple-metriques-multiples"):
    mlflow.log_params({"model_type": "RandomForest", "n_estimators": 150, "max_depth": 12})
    mlflow.log_metrics({"accuracy": 0.8, "precision": 0.5, "recall": 0.5, "f1": 0.5})
`;

test('a program that breaks when all is done is told so: alone it has not passed, of several each has', async () => {
  await project.write('exercises/python/01_first_run.py', `${quickPython()}1 / 0\n`);
  const alone = await project.run(['test', '01', '--python']);
  expect(alone.stdout).toContain('Your file threw an error, line 9: ZeroDivisionError: division');
  expect(alone.stdout).toContain('the exercise is passed once the file runs to its end');
  expect(alone.status).toBe(1);
  await project.write('tp.ipynb', notebook(quickPython(), SECOND, '1 / 0'));
  const several = await project.run(['test', 'tp.ipynb']);
  expect(several.stdout).toContain('2 passed, 0 not yet, 0 to do');
  expect(several.stdout.match(/Your file threw an error.*/g)).toEqual([
    'Your file threw an error, line 1 of cell 3: ZeroDivisionError: division by zero',
  ]);
  expect(several.status).toBe(0);
  const again = await project.run(['replay', '.mlflow/snapshots/01-first-run.json']);
  expect(again.stdout).toContain('✓ 01-first-run');
  expect(again.status).toBe(0);
});

test('a script of any name is graded for the one exercise that it holds, whatever lies in the exercises', async () => {
  const nine = new URL('../../solutions/python/09_best_model.py', import.meta.url);
  await project.write('defi.py', await readFile(nine, 'utf8'));
  const { status, stdout } = await project.run(['test', 'defi.py']);
  expect(stdout).toContain('✓ 09-best-model  Find and load the best model  8/8  passed');
  expect(stdout).toContain('1 passed, 0 not yet, 0 to do — 8/8 points');
  expect(status).toBe(0);
});

test('what is wrong in Python is told in Python, with the hint’s command', async () => {
  await project.write(FILE, replaced(solution, 'metrics.accuracy DESC', 'metrics.accuracy ASC'));
  const { status, stdout } = await project.run(['test', '06', '--python']);
  expect(status).toBe(1);
  expect(stdout).toContain('✓ Five runs are found');
  expect(stdout).toContain(
    'try: order_by=["metrics.accuracy DESC"], in the workshop\'s experiment.',
  );
  expect(lastLine(stdout)).toBe('Need a hint? npm run hint 06 -- --python');
  const french = await project.run([
    'replay',
    '.mlflow/snapshots/06-compare-runs.json',
    '--lang=fr',
  ]);
  expect(french.stdout).toContain('essayez : order_by=["metrics.accuracy DESC"]');
});

test.skipIf(process.platform === 'win32')(
  'watch grades scripts in Python and the notebook on each save',
  async () => {
    await using terminal = project.onTerminal(['watch', '--python'], { NO_COLOR: '1' });
    await terminal.shows('Waiting for you to save');
    await project.write(FILE, solution);
    await terminal.shows('✓ 06-compare-runs  Compare runs  6/6  passed');
    await terminal.shows('Next: open exercises/python/07_gradient_boosting.py');
    await terminal.shows('Waiting for you to save');
    const notebook = 'exercises/python/workshop.ipynb';
    await project.write(notebook, await project.read(notebook));
    await terminal.shows('0 passed, 0 not yet, 12 to do');
    await terminal.shows('Waiting for you to save');
    terminal.type('\u0003');
    expect((await terminal.ended).status).toBe(0);
  },
);
