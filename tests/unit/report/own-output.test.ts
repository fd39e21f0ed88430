import { expect, test } from 'vitest';
import type { Snapshot } from '../../../src/judge/snapshot.ts';
import { ownOutput } from '../../../src/report/own-output.ts';
import { snapshotWith } from '../judge/snapshots.ts';

const LIBRARY = '/home/Jo Do/.mlflow/python-science/lib/python3.11/site-packages';

const own = (lines: readonly string[], language: Snapshot['language'] = 'python') => {
  const { execution } = snapshotWith();
  const output = lines.join('\n');
  return ownOutput(snapshotWith({ language, execution: { ...execution, output } })).split('\n');
};

const NOISE = [
  "2026/11/27 09:07:11 INFO mlflow.tracking.fluent: Experiment with name 'workshop-churn-learning' does not exist. Creating a new experiment.",
  '2026/11/27 09:07:19 WARNING mlflow.utils.environment: Encountered an unexpected error while inferring pip requirements',
  `${LIBRARY}/sklearn/utils/validation.py:2830: UserWarning: X does not have valid feature names`,
  '  warnings.warn(',
  "Successfully registered model 'churn-predictor'.",
  "Registered model 'churn-predictor' already exists. Creating a new version of this model...",
  "Created version '1' of model 'churn-predictor'.",
  '\rDownloading artifacts:   0%|          | 0/5 [00:00<?, ?it/s]\rDownloading artifacts: 100%|██████████| 5/5 [00:00<00:00, 97.1it/s]',
  "2026-11-27 09:07:19.123456789 [W:onnxruntime:, graph.cc:4051 CleanUnusedInitializers] Removing initializer 'x'.",
];

const OWN = [
  'mine out',
  '  indented',
  '/home/me/tp.py:6: UserWarning: my own warning',
  '  warnings.warn("my own warning")',
  '/home/me/tp.py:16: FutureWarning: get_latest_versions is deprecated since 2.9.0.',
  '  client.get_latest_versions("churn-predictor")',
  `${LIBRARY}/sklearn/linear_model/_logistic.py:473: ConvergenceWarning: lbfgs failed to converge`,
  '  n_iter_i = _check_optimize_result(',
  '2026/11/27 09:07:19 ERROR mlflow.store: no such run',
  'Traceback (most recent call last):',
  `  File "${LIBRARY}/mlflow/tracking/fluent.py", line 12, in start_run`,
  "Created version '1' of my work",
  '',
];

test('what libraries say by themselves is left out, and nothing else', () => {
  expect(own([...NOISE, ...OWN])).toEqual(OWN);
  expect(own(OWN.flatMap((line, index) => [NOISE[index % 2] ?? '', line]))).toEqual(OWN);
});

test('a warning of a library of which only the first line came stays, and so does what was printed after it', () => {
  const [, , warning = ''] = NOISE;
  expect(own([warning, 'mine'])).toEqual([warning, 'mine']);
});

test('what was printed behind a bar stays', () => {
  expect(own([`${NOISE[7]}mine`])).toEqual(['mine']);
});

test('in TypeScript all is the submission’s own', () => {
  expect(own(NOISE, 'typescript')).toEqual(NOISE);
});
