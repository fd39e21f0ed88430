import { expect, test } from 'vitest';
import { lastDownload } from '../../src/judge/evidence.ts';
import { placeOf, type Evidence } from '../../src/judge/origin-of.ts';
import { createTranslator } from '../../src/messages/translator.ts';
import { snapshotWith } from '../unit/judge/snapshots.ts';
import { notebook, runPython } from './run-python.ts';

const english = createTranslator('en');

test('what a notebook logged is found where it logged it', async () => {
  const { execution, requests } = await runPython(
    'origins.ipynb',
    notebook([
      "import os\nos.environ['MLFLOW_REQUIREMENTS_INFERENCE_TIMEOUT'] = '1'\n" +
        'import mlflow\nimport mlflow.sklearn\nfrom sklearn.linear_model import LogisticRegression',
      "mlflow.set_experiment('origins')\nrun = mlflow.start_run(run_name='first')",
      "mlflow.log_param('max_depth', 3)\nmlflow.log_params({'a': 1,\n  'b': 2})",
      "def log(value):\n    mlflow.log_metric('accuracy', value)\n\nlog(0.5)",
      'model = LogisticRegression().fit([[0], [1]], [0, 1])\n' +
        "info = mlflow.sklearn.log_model(model, name='model')",
      "mlflow.set_tag('author', 'TODO')\nmlflow.log_text('text', 'notes/a b.txt')\n" +
        "mlflow.register_model(f'runs:/{run.info.run_id}/model', 'origins-model')\nmlflow.end_run()",
      "\nmlflow.sklearn.load_model('models:/origins-model/latest')\nmlflow.delete_run(run.info.run_id)",
    ]),
  );
  expect(execution.outcome, execution.output).toBe('completed');
  const snapshot = snapshotWith({ requests });
  const runId = requests.findLast(({ path }) => path.endsWith('/runs/create'))?.wrote?.runId ?? '';
  const evidence: Evidence[] = [
    { kind: 'run', runId, name: 'first' },
    { kind: 'run-name', runId, name: 'first' },
    { kind: 'param', runId, key: 'max_depth' },
    { kind: 'param', runId, key: 'b' },
    { kind: 'metric', runId, key: 'accuracy' },
    { kind: 'model', runId, name: 'model', artifactRoot: '' },
    { kind: 'tag', runId, key: 'author' },
    { kind: 'artifact', runId, path: 'notes/a b.txt' },
    { kind: 'version', name: 'origins-model' },
    { kind: 'run-deleted', runId, name: 'first' },
  ];
  const download = lastDownload(snapshot);
  if (download !== undefined) evidence.push({ kind: 'loaded', request: download });
  const told = evidence.map((one) => placeOf(snapshot, one)?.sentence);
  expect(told.map((sentence) => sentence && english(sentence))).toEqual([
    'Cell 2, line 2 opened the run "first".',
    'Cell 2, line 2 gave the run the name "first".',
    'Cell 3, line 1 logged max_depth as a parameter.',
    'Cell 3, line 2 logged b as a parameter.',
    'Cell 4, line 2 logged accuracy as a metric.',
    'Cell 5, line 2 logged the model "model".',
    'Cell 6, line 1 set the tag author.',
    'Cell 6, line 2 logged notes/a b.txt.',
    'Cell 6, line 3 registered the version of "origins-model".',
    'Cell 7, line 3 deleted the run "first".',
    'Cell 7, line 2 loaded a model.',
  ]);
});
