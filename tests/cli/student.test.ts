import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaced, scratchProject, solutionOf, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeAll(async () => {
  project = await scratchProject();
});
afterAll(async () => await project[Symbol.asyncDispose]());

const FILE = 'exercises/07-gradient-boosting.ts';
const PARAMS = '// TODO : logger les trois paramètres / log the three parameters';
const METRICS =
  '// TODO : calculer et logger les quatre métriques / compute and log the four metrics';
const MODEL = '// TODO : logger le modèle / log the model';

/** Exercise 07 as a student fills it in. */
async function fillIn(params: string, accuracy = 'metrics.accuracyScore(data.yTest, yPred)') {
  const stub = await project.read(FILE);
  const withParams = replaced(stub, PARAMS, params);
  const withMetrics = replaced(
    withParams,
    METRICS,
    `await mlflow.logMetrics({
      accuracy: ${accuracy},
      precision: metrics.precisionScore(data.yTest, yPred),
      recall: metrics.recallScore(data.yTest, yPred),
      f1: metrics.f1Score(data.yTest, yPred),
    });`,
  );
  const whole = replaced(
    withMetrics,
    MODEL,
    `await mlflow.onnx.logModel(model, { name: 'model' });`,
  );
  await project.write(FILE, whole);
  const ended = await project.run(['test', '07']);
  await project.write(FILE, stub);
  const lineOf = (text: string) => whole.split('\n').findIndex((line) => line.includes(text)) + 1;
  return { ...ended, lineOf, failed: linesOf(ended.stdout) };
}

/** The failed checks, what was seen and where, and what to try, without the address of the run. */
function linesOf(stdout: string): string[] {
  const failed = stdout.match(/^ {2}✗.*(\n {4}.*)*/gm) ?? [];
  return failed.flatMap((lines) => lines.split('\n').map((line) => line.trim()));
}

test('untouched exercises are to do, which is no failure', async () => {
  const { status, stdout } = await project.run(['test']);
  expect(status).toBe(0);
  expect(stdout.match(/^○ .* to do$/gm)).toHaveLength(12);
  expect(stdout).toContain('0 passed, 0 not yet, 12 to do — 0/113 points');
  expect(stdout).toContain('Next: open exercises/01-first-run.ts, then npm test 01');
});

test('an untouched exercise that is named is graded', async () => {
  const { status, stdout } = await project.run(['test', '7']);
  expect(status).toBe(1);
  expect(stdout).toContain('✗ 07-gradient-boosting  Log a gradient boosting  2/17  not yet');
  expect(stdout).toContain('Parameter learning_rate missing: the run has no parameters.');
  expect(stdout).toContain('· 6 checks wait for the one before');
});

test('first mistake: a parameter logged as a metric', async () => {
  const { status, failed, lineOf } = await fillIn(
    `await mlflow.logParams({ n_estimators: nEstimators, max_depth: maxDepth });
    await mlflow.logMetric('learning_rate', learningRate);`,
  );
  expect(failed).toEqual([
    '✗ The parameter learning_rate is 0.1',
    'learning_rate was logged as a metric; it is a parameter.',
    `Line ${lineOf('await mlflow.logMetric(')} logged learning_rate as a metric.`,
    'try: What goes into the model is a parameter (logParams), what comes out is a metric (logMetrics).',
  ]);
  expect(status).toBe(1);
});

test('second mistake: a misspelt name', async () => {
  const { status, failed, lineOf } = await fillIn(
    'await mlflow.logParams({ n_estimator: 100, learning_rate: 0.1, max_depth: 5 });',
  );
  expect(failed).toEqual([
    '✗ The parameter n_estimators is 100',
    'Parameter n_estimators missing: you logged "n_estimator".',
    `Line ${lineOf('n_estimator:')} logged n_estimator as a parameter.`,
    'try: The name must be exactly n_estimators.',
  ]);
  expect(status).toBe(1);
});

test('third mistake: an accuracy that was typed in', async () => {
  const { status, failed, lineOf } = await fillIn(
    'await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });',
    '0.99',
  );
  expect(failed).toEqual([
    '✗ The metric accuracy is the one that the logged model reaches',
    expect.stringMatching(
      /^The logged metric is accuracy = 0\.9900; the logged model reaches 0\.\d+ on the test rows\.$/,
    ),
    `Line ${lineOf('await mlflow.logMetrics(')} logged accuracy as a metric.`,
    'try: Is it that of the training rows? Compute accuracy from data.yTest and the predictions of the model that you log; neither round it nor type it in.',
  ]);
  expect(status).toBe(1);
});

test('mended, it passes, and the run opens in the UI of MLflow', async () => {
  const { status, stdout, failed } = await fillIn(
    'await mlflow.logParams({ n_estimators: 100, learning_rate: 0.1, max_depth: 5 });',
  );
  expect(failed).toEqual([]);
  expect(status).toBe(0);
  expect(stdout).toContain('✓ 07-gradient-boosting  Log a gradient boosting  17/17  passed');
  expect(stdout).toContain(
    '1 passed, 0 not yet, 0 to do — 17/17 points\nNext: open exercises/08-tags-and-confusion-matrix.ts, then npm test 08\n',
  );
  const [, uri, runId] =
    /See the run: (http:\S+)\/#\/experiments\/\d+\/runs\/(\w+)/.exec(stdout) ?? [];
  const answer = await fetch(`${uri}/api/2.0/mlflow/runs/get?run_id=${runId}`);
  expect(await answer.json()).toMatchObject({
    run: { info: { run_name: 'exercice-gradient-boosting', status: 'FINISHED' } },
  });
});

test('after an exercise that passed, the next one that was not begun is named', async () => {
  await project.write('exercises/01-first-run.ts', await solutionOf('01-first-run'));
  await project.write('exercises/02-many-metrics.ts', '// begun\n');
  const later = await project.run(['test', '01']);
  await project.run(['reset', '02']);
  const french = await project.run(['test', '01'], { LANG: 'fr_FR.UTF-8' });
  await project.run(['reset', '01']);
  expect(later.stdout.trimEnd().split('\n').at(-1)).toBe(
    'Next: open exercises/03-model-artifact.ts, then npm test 03',
  );
  expect(french.stdout).toContain('1 réussi, 0 à revoir, 0 à faire');
  expect(french.stdout.trimEnd().split('\n').at(-1)).toBe(
    'Suite : ouvrez exercises/02-many-metrics.ts, puis npm test 02',
  );
});

test('a byte-order mark and carriage returns change nothing', async () => {
  const stub = await project.read(FILE);
  const windows = (text: string) => `\u{FEFF}${text.replaceAll('\n', '\r\n')}`;
  await project.write(FILE, windows(stub));
  const untouched = await project.run(['test']);
  expect(untouched.stdout).toContain('12 to do');
  await project.write(FILE, windows(await solutionOf('07-gradient-boosting')));
  const solved = await project.run(['test', '07']);
  expect(solved.stdout).toContain('17/17');
  await project.write(FILE, windows('// one\nexport default function () {\n  help();\n}\n'));
  const wrong = await project.run(['test']);
  expect(wrong.stdout).toContain('Your file threw an error, line 3: help is not defined');
  // The one that was tried, not the first that is to do.
  expect(wrong.stdout).toMatch(/Need a hint\? npm run hint 07\n$/);
  await project.write(FILE, stub);
});

test('the locale decides the language, an option before it', async () => {
  const french = await project.run(['test', '07'], { LANG: 'fr_FR.UTF-8' });
  expect(french.stdout).toContain(
    '✗ 07-gradient-boosting  Logger un Gradient Boosting  2/17  à revoir',
  );
  expect(french.stdout).toContain('Paramètre learning_rate absent : le run n’a aucun paramètre.');
  expect(french.stdout).toContain('Besoin d’un indice ? npm run hint 07');
  const english = await project.run(['hint', '07', '--lang=en'], { LANG: 'fr_FR.UTF-8' });
  expect(english.stdout).toContain('Hint 1/3.');
});
