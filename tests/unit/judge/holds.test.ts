import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { graders } from '../../../graders/index.ts';
import { holdsExercise } from '../../../src/judge/holds.ts';
import { codeOf } from '../../../src/submissions/code-of.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const holds = holdsExercise(graders);
/** The numbers of the exercises that a program holds. */
const heldIn = (program: string) =>
  graders.flatMap(({ name }) => (holds(name, program) > 0 ? name.slice(0, 2) : [])).join(' ');

const TOP_FIVE = `runs = client.search_runs(
    experiment_ids=[experiment.experiment_id], order_by=["metrics.accuracy DESC"], max_results=5
)
for run in runs:
    print(run.info.run_name)
`;
const BEST = `[best] = client.search_runs([experiment_id], order_by=["metrics.accuracy DESC"], max_results=1)
`;
const LOAD = `model = mlflow.sklearn.load_model(f"runs:/{best.info.run_id}/model")
`;
const REGISTRY = `mlflow.register_model(f"runs:/{run_id}/model", model_name)
uri = f"models:/{model_name}/latest"
model = mlflow.sklearn.load_model(uri)
model = mlflow.sklearn.load_model("models:/churn-predictor@champion")
`;

/** The guide's own program: cells of exercises 06 to 10, of which 09 is begun by whoever takes its comments away. */
const seed = read('tests/python/fixtures/seed.py');
const seedCells = seed.split(/^# %%\n/m);
const begun = seedCells
  .map((cell) => (cell.includes('max_results=1') ? cell.replaceAll(/^/gm, '# ') : cell))
  .join('\n');
const solved = JSON.parse(read('solutions/python/workshop.ipynb'));
const without = (number: string) =>
  codeOf(
    'notebook',
    JSON.stringify({
      ...solved,
      cells: solved.cells.filter(({ id }: { id: string }) => !id.startsWith(`${number}-`)),
    }),
  );

describe('a program that searches', () => {
  test.for([
    ['for one run and loads its model', BEST + LOAD, '09'],
    ['for the five best only', TOP_FIVE, '06'],
    ['for five, then for one', TOP_FIVE + BEST + LOAD, '06 09'],
    ['for five, of which it loads the first', `${TOP_FIVE}best = runs[0]\n${LOAD}`, '06 09'],
    ['without a limit and takes the first', `best = mlflow.search_runs().iloc[0]\n${LOAD}`, '09'],
    ['once, without a limit', `runs = client.search_runs(ids)\nbest = runs[0]\n${LOAD}`, '09'],
    ['once, and cuts five of it', `r = mlflow.search_runs()\nprint(r.head(5))\n${LOAD}`, '06 09'],
    ['to look around, then for one', `print(mlflow.search_runs())\n${BEST}${LOAD}`, '09'],
    [
      'for four under the name that is asked for',
      `best_runs = client.search_runs(ids, max_results=4)\nbest_run = best_runs[0]\n${LOAD}`,
      '06 09',
    ],
    ['for one too few of five', 'runs = client.search_runs(ids, max_results=1)', '06'],
    ['for five, and for one that it does not load', TOP_FIVE + BEST, '06 09'],
    ['for one by the name that is asked for', BEST.replace('best', 'best_run'), '09'],
    ['for five, and loads a registered model', TOP_FIVE + REGISTRY, '06 10'],
    ['for one, and loads a registered model', BEST + LOAD + REGISTRY, '09 10'],
    ['in what is commented out', `${BEST}${LOAD}# ${TOP_FIVE.replaceAll('\n', '\n# ')}`, '09'],
    [
      'for five, of which it loads the first by its own id',
      `${TOP_FIVE}mlflow.pyfunc.load_model(f"models:/{model_id}")`,
      '06 09',
    ],
  ] as const)('%s', ([, program, held]) => {
    expect(heldIn(program)).toBe(held);
  });
});

test('a figure of exercise 08 is no sign of 04, nor a tag of 05 one of 08', () => {
  const figure = 'mlflow.log_figure(fig, "confusion_matrix.png")\n';
  const tagged = `mlflow.start_run(run_name="exercice-avec-tags-et-graphique")\n${figure}`;
  expect(heldIn(tagged)).toBe('08');
  expect(heldIn(figure + tagged)).toBe('04 08');
  expect(heldIn(`${figure}StandardScaler()\nmlflow.set_tag("requires_scaling", "true")`)).toBe(
    '04 05',
  );
});

test('the guide, as it is and solved', () => {
  expect(heldIn(seed)).toBe('01 02 03 04 05 06 07 08 09 10');
  expect(heldIn(begun)).toBe('01 02 03 04 05 06 07 08 10');
});

test('the solved notebook holds all, and without one exercise all but that one', () => {
  const all = graders.map(({ name }) => name.slice(0, 2));
  expect(heldIn(codeOf('notebook', JSON.stringify(solved)))).toBe(all.join(' '));
  for (const number of all) {
    expect(heldIn(without(number))).toBe(all.filter((other) => other !== number).join(' '));
  }
});

test('each solution in Python holds its own exercise only', () => {
  for (const { name } of graders) {
    const program = read(`solutions/python/${name.replaceAll('-', '_')}.py`);
    expect(heldIn(program)).toBe(name.slice(0, 2));
  }
});

test('a program that is made to be long to read is read in no time', () => {
  const text = `${'search_runs('.repeat(100_000)}${'a = load_model(a\n'.repeat(50_000)}"""#${"'".repeat(99_999)}`;
  expect(heldIn(text)).toContain('09');
});
