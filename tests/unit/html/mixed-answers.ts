import type { Execution, RequestFact, RunFact, Snapshot } from '../../../src/judge/snapshot.ts';
import { modelWith, requestWith, runWith, snapshotWith } from '../judge/snapshots.ts';
import { HOSTILE } from './hostile-texts.ts';

/** How a student of the mixed class answers. */
export type Ability =
  | 'right'
  | 'wrong-run-name'
  | 'wrong-values'
  | 'near-keys'
  | 'partial'
  | 'dishonest'
  | 'crashed'
  | 'timed-out'
  | 'out-of-memory'
  | 'nothing-logged'
  | 'to-do';

const SCORES = { accuracy: 0.8, precision: 0.7, recall: 0.5, f1: 0.6 };
const RUNS: Readonly<Record<string, string>> = {
  '07-gradient-boosting': 'exercice-gradient-boosting',
  '08-tags-and-confusion-matrix': 'exercice-avec-tags-et-graphique',
};
const BEGUN = 1_795_500_000_000;
const STOPPED: Readonly<Record<string, Execution['outcome']>> = {
  crashed: 'threw',
  'timed-out': 'timed-out',
  'out-of-memory': 'out-of-memory',
};

const LOGGED = {
  origin: { cell: 7, line: 3 },
  wrote: {
    runId: 'r1',
    params: ['nEstimators', 'n_estimators', 'learning-rate', 'learning_rate'],
    metrics: ['accuracy', 'acuracy', 'F1'],
    tags: ['author'],
    name: null,
  },
};

/** What MLflow holds after an answer. @param index varies numbers */
export function answerTo(exercise: string, ability: Ability, index: number): Snapshot {
  const stopped = STOPPED[ability];
  const durationMs = ability === 'timed-out' ? 120_000 : 2500 + index * 37;
  const execution: Execution = {
    outcome: stopped ?? 'completed',
    durationMs,
    limitMs: 120_000,
    output:
      index % 2 === 0 ? `accuracy 0.8\n${HOSTILE.control}\n${HOSTILE.script}\n${HOSTILE.bidi}` : '',
    exitCode: stopped === undefined ? 0 : 1,
    error: stopped === 'threw' ? { name: 'TypeError', message: HOSTILE.image, line: 12 } : null,
  };
  const requests = requestsOf(index, ability);
  if (exercise === '09-best-model') return bestModel(execution, requests, ability, index);
  const runs =
    stopped !== undefined || ability === 'nothing-logged' ? [] : [runOf(exercise, ability, index)];
  return snapshotWith({ exercise, execution, runs, requests });
}

function runOf(exercise: string, ability: Ability, index: number): RunFact {
  const isNear = ability === 'near-keys';
  const [, , , ...rest] = Object.entries(SCORES);
  return runWith({
    name: ability === 'wrong-run-name' ? wrongName(exercise, index) : (RUNS[exercise] ?? ''),
    params: isNear
      ? { nEstimators: '100', 'learning-rate': '0.1', max_depth: '5' }
      : {
          n_estimators: ability === 'wrong-values' ? String(50 + (index % 3)) : '100',
          learning_rate: '0.1',
          max_depth: '5',
        },
    metrics: isNear
      ? { acuracy: 0.8, precision: 0.7, recall: 0.5, F1: 0.6 }
      : ability === 'partial'
        ? Object.fromEntries(rest)
        : { ...SCORES, ...(ability === 'dishonest' && { accuracy: 0.99 }) },
    tags:
      ability === 'partial'
        ? { author: 'TODO' }
        : { author: HOSTILE.script, model_type: 'boosting' },
    artifacts:
      ability === 'wrong-values'
        ? []
        : [
            {
              path: HOSTILE.image,
              sizeBytes: 1234,
              json: null,
              image: {
                decoded: true,
                format: 'png',
                width: 400,
                height: 300,
                blank: ability === 'partial',
                colors: 120,
                edges: 0.05,
              },
            },
          ],
    models: ability === 'partial' ? [] : [modelWith()],
  });
}

function wrongName(exercise: string, index: number): string {
  return index % 4 === 2 ? HOSTILE.image : (RUNS[exercise] ?? '').replaceAll('-', '_');
}

function bestModel(
  execution: Execution,
  requests: readonly RequestFact[],
  ability: Ability,
  index: number,
): Snapshot {
  const best = modelWith({ artifactRoot: '1/models/m-9/artifacts' });
  const found = ability === 'right' ? 'best' : 'latest';
  return snapshotWith({
    exercise: '09-best-model',
    execution,
    requests,
    returned:
      ability === 'nothing-logged'
        ? null
        : { runId: found, predictions: ability === 'partial' ? [0, 1] : [0, 1, 0, 0, 1] },
    arranged: {
      version: null,
      // Where no model was arranged, the check of ours breaks.
      bestModel: index === 12 ? null : best,
      runs: [
        {
          id: 'best',
          experimentId: '1',
          name: 'prudent-heron-12',
          status: 'FINISHED',
          deleted: false,
          accuracy: 0.83,
          rank: 1,
        },
        {
          id: 'latest',
          experimentId: '1',
          name: 'brave-mole-7',
          status: 'FINISHED',
          deleted: false,
          accuracy: 0.71,
          rank: 2,
        },
      ],
    },
  });
}

function requestsOf(index: number, ability: Ability): RequestFact[] {
  if (ability === 'nothing-logged') return [];
  const paths = [
    ['GET', '/api/2.0/mlflow/experiments/get-by-name?experiment_name=workshop-churn-learning'],
    ['POST', '/api/2.0/mlflow/runs/search'],
    ['POST', '/api/2.0/mlflow/runs/create'],
    ['POST', '/api/2.0/mlflow/runs/log-batch'],
    ['PUT', `/api/2.0/mlflow-artifacts/artifacts/${HOSTILE.image}/model.onnx`],
    ['GET', '/api/2.0/mlflow-artifacts/artifacts/1/models/m-9/artifacts/model.onnx'],
    ['GET', `/${HOSTILE.path}?${HOSTILE.script}`],
  ] as const;
  const count = index === 2 ? 450 : paths.length;
  return Array.from({ length: count }, (_, n) => {
    const [method, path] = paths[n % paths.length] ?? paths[0];
    return requestWith({
      method,
      path,
      status: path.includes('..') ? 404 : 200,
      requestBytes: n * 120,
      responseBytes: 312 + n * 4000,
      at: BEGUN + n * 90,
      durationMs: 12 + n,
      // Notebooks say their cells; the others say nothing.
      ...(index % 2 === 0 && path.endsWith('/log-batch') && LOGGED),
    });
  });
}
