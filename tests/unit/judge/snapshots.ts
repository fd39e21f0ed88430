import { EXPERIMENT } from '../../../src/judge/found-run.ts';
import type {
  ModelFact,
  RequestFact,
  RunFact,
  Snapshot,
  VersionFact,
} from '../../../src/judge/snapshot.ts';

/** A snapshot of a submission that did nothing, with what a test wants changed. */
export function snapshotWith(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    schema: 'snapshot/v1',
    exercise: '07-gradient-boosting',
    language: 'typescript',
    part: false,
    execution: {
      outcome: 'completed',
      durationMs: 10,
      limitMs: 1000,
      output: '',
      exitCode: 0,
      error: null,
    },
    returned: null,
    runs: [],
    runCount: changes.runs?.length ?? 0,
    earlierRunNames: [],
    versions: [],
    arranged: { runs: [], version: null, bestModel: null },
    requests: [],
    ...changes,
  };
}

export function runWith(changes: Partial<RunFact> = {}): RunFact {
  return {
    id: 'r1',
    name: 'a-run',
    experimentId: '1',
    experimentName: EXPERIMENT,
    status: 'FINISHED',
    deleted: false,
    startTime: 0,
    params: {},
    metrics: {},
    tags: {},
    artifacts: [],
    models: [],
    ...changes,
  };
}

export function modelWith(changes: Partial<ModelFact> = {}): ModelFact {
  return {
    name: 'model',
    modelId: 'm-1',
    artifactRoot: '1/models/m-1/artifacts',
    sha256: 'ab12',
    flavors: ['onnx', 'python_function'],
    problem: null,
    trees: { count: 100, depth: 5 },
    scores: { accuracy: 0.8, precision: 0.7, recall: 0.5, f1: 0.6 },
    scaledScores: null,
    firstPredictions: [0, 1, 0, 0, 1],
    batch: { customerIds: [], probability: [], predicted: [] },
    ...changes,
  };
}

export function versionWith(changes: Partial<VersionFact> = {}): VersionFact {
  return {
    name: 'churn-predictor',
    version: '1',
    status: 'READY',
    runId: 'r1',
    modelId: null,
    source: null,
    ...changes,
  };
}

/** A request that MLflow took. */
export function requestWith(changes: Partial<RequestFact> = {}): RequestFact {
  return {
    method: 'POST',
    path: '/api/2.0/mlflow/runs/search',
    status: 200,
    requestBytes: 0,
    responseBytes: 0,
    at: 0,
    durationMs: 0,
    body: null,
    answer: null,
    origin: null,
    wrote: null,
    ...changes,
  };
}
