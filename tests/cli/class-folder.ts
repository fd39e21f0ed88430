import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseResults } from '../../src/results/results-document.ts';
import type { Results } from '../../src/results/results.ts';
import { readServerState, type ServerState } from '../../src/server/server-state.ts';
import type { ScratchProject } from './scratch-project.ts';

/** A right answer to 01 that trains nothing: half a second instead of three. */
export function quickAnswer(accuracy = 0.8): string {
  return `
import type { Workshop } from '../src/workshop/index.ts';
export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'mon-premier-run-mlflow' }, async () => {
    await mlflow.logParams({ model_type: 'RandomForest', n_estimators: 100, max_depth: 10 });
    await mlflow.logMetrics({ accuracy: ${accuracy}, f1: 0.5 });
  });
}
`;
}

/** The same in Python. */
export function quickPython(): string {
  return `
import mlflow

mlflow.set_tracking_uri("http://localhost:5000")
mlflow.set_experiment("workshop-churn-learning")
with mlflow.start_run(run_name="mon-premier-run-mlflow"):
    mlflow.log_params({"model_type": "RandomForest", "n_estimators": 100, "max_depth": 10})
    mlflow.log_metrics({"accuracy": 0.8, "f1": 0.5})
`;
}

/** A notebook of these cells. */
export function notebook(...cells: readonly string[]): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: cells.map((source, index) => ({
      cell_type: 'code',
      id: `c${index}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source,
    })),
  });
}

/** Writes a class folder: paths and contents. @returns its absolute path */
export async function classFolder(
  project: ScratchProject,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = join(project.folder, 'class');
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export async function readResults(project: ScratchProject, out = 'out'): Promise<Results> {
  return parseResults(await project.read(join(out, 'results.json')));
}

/** What must not differ between two gradings of the same work: marks and their evidence, not times. */
export function marksOf({ submissions }: Results) {
  return submissions.map(({ id, name, outcome, problem, points, maxPoints, exercises }) => ({
    id,
    name,
    outcome,
    problem,
    points,
    maxPoints,
    exercises: exercises.map(({ exercise, outcome, points, checks, trouble }) => ({
      exercise,
      outcome,
      points,
      trouble,
      checks: checks.map(({ id, outcome, message }) => ({ id, outcome, message })),
    })),
  }));
}

/** The MLflow of an out folder, once it runs. */
export async function serverOf(project: ScratchProject, out = 'out'): Promise<ServerState> {
  await project.appears(join(out, 'mlflow', 'server.json'));
  const state = await readServerState(join(project.folder, out, 'mlflow'));
  if (state === undefined) throw new Error('no state of the server');
  return state;
}

/** Stops the MLflow of the class that was graded into `out`, and deletes the project. */
export async function endClass(project: ScratchProject): Promise<void> {
  await project.run(['mlflow', 'stop', '--of=out']);
  await project[Symbol.asyncDispose]();
}
