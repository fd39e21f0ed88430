import { askMlflow } from './ask-mlflow.ts';
import type { Upstream } from './upstream.ts';

/** The first of these runs that MLflow does not know in the workspace; null when it knows them all or cannot say. */
export async function firstLacking(
  mlflow: Upstream,
  runIds: readonly string[],
  workspace: string | undefined,
): Promise<string | null> {
  for (const runId of runIds) {
    if ((await statusOf(mlflow, runId, workspace)) === 404) return runId;
  }
  return null;
}

async function statusOf(
  mlflow: Upstream,
  runId: string,
  workspace: string | undefined,
): Promise<number | null> {
  try {
    const path = `/api/2.0/mlflow/runs/get?run_id=${encodeURIComponent(runId.toWellFormed())}`;
    const answer = await askMlflow(mlflow, path, workspace);
    answer.resume();
    return answer.statusCode ?? null;
  } catch {
    // What follows meets the same trouble and tells it.
    return null;
  }
}
