import { inject, describe, expect, test } from 'vitest';
import { createMlflow } from '../../src/mlflow/index.ts';
import { notebook, runPython } from './run-python.ts';
import { seedCalls } from './seed-calls.ts';

/** The line of a text in which something stands, from 1. */
const lineOf = (text: string, something: string) =>
  text.slice(0, text.indexOf(something)).split('\n').length;

describe.concurrent('the calls of the workshop’s own notebook run as they are', () => {
  test('in a notebook', async () => {
    const experiment = `seed-notebook-${Date.now()}`;
    const cells = seedCalls(experiment);
    const ran = await runPython('seed.ipynb', notebook(cells));
    expect(ran.execution).toMatchObject({ outcome: 'completed', error: null });
    const run = await expectRun(experiment);
    expect(ran.returned).toMatchObject({
      schema: 'python-values/v1',
      predictions: [{ name: 'predictions', cell: 6, values: expect.arrayContaining([0]) }],
      runs: [
        { name: 'run_id', cell: 4, ids: [run.id] },
        { name: 'best_runs', cell: 5, ids: [run.id] },
        { name: 'best', cell: 5, ids: [run.id] },
      ],
      printed: expect.arrayContaining([
        { cell: 5, text: expect.stringContaining('logistique-avec-scaler: accuracy=0.') },
        { cell: 6, text: expect.stringContaining('Exemples de prédictions : [') },
      ]),
    });
    const from = (cell: number, something: string) => {
      return { cell, line: lineOf(cells[cell - 1] ?? '', something) };
    };
    expect(originsOf(ran.requests)).toMatchObject({
      'experiments/create': from(2, 'mlflow.set_experiment'),
      'runs/create': from(4, 'mlflow.start_run'),
      'runs/log-batch': from(4, 'mlflow.log_metrics'),
      'runs/log-parameter': from(4, 'mlflow.log_param('),
      'runs/set-tag': from(4, 'mlflow.set_tag'),
      'scaler.pkl': from(4, 'mlflow.log_artifact'),
      'matrice_confusion.png': from(4, 'mlflow.log_figure'),
      'runs/search': from(5, 'client.search_runs'),
      'registered-models/create': from(6, 'mlflow.register_model'),
    });
  });

  test('in a script', async () => {
    const experiment = `seed-script-${Date.now()}`;
    const source = seedCalls(experiment).join('\n');
    const ran = await runPython('seed.py', source);
    expect(ran.execution).toMatchObject({ outcome: 'completed', error: null });
    const run = await expectRun(experiment);
    expect(ran.returned).toMatchObject({
      predictions: [{ name: 'predictions', cell: null, values: expect.arrayContaining([0]) }],
      runs: expect.arrayContaining([{ name: 'best_runs', cell: null, ids: [run.id] }]),
      printed: [{ cell: null, text: expect.stringMatching(/accuracy=0\.[^]*prédictions : \[/) }],
    });
    expect(originsOf(ran.requests)).toMatchObject({
      'runs/create': { cell: null, line: lineOf(source, 'mlflow.start_run') },
      'runs/search': { cell: null, line: lineOf(source, 'client.search_runs') },
    });
  });
});

/** The one run that both leave, as MLflow now holds it. */
async function expectRun(experiment: string) {
  const mlflow = createMlflow({ trackingUri: inject('trackingUri') });
  const runs = await mlflow.searchRuns({ experimentNames: [experiment] });
  expect(runs).toHaveLength(1);
  const [run] = runs;
  if (run === undefined) throw new Error('no run');
  expect(run.info).toMatchObject({ runName: 'logistique-avec-scaler', status: 'FINISHED' });
  expect(run.data.tags).toMatchObject({ requires_scaling: 'true', 'mlflow.user': 'ada' });
  expect(run.data.metrics['accuracy']).toBeGreaterThan(0.5);
  return { id: run.info.runId };
}

/** Where each call was made first, by the end of its path. */
function originsOf(requests: Awaited<ReturnType<typeof runPython>>['requests']) {
  const origins: Record<string, unknown> = {};
  for (const { path, origin } of requests) {
    const [last = '', before = ''] = path.split('/').toReversed();
    const name = last.includes('.') ? last : `${before}/${last}`;
    origins[name] ??= origin ?? undefined;
  }
  return origins;
}
