import type { ModelFact, RequestFact, Snapshot } from './snapshot.ts';

/** Questions to the record of requests: what a submission really asked of MLflow. */

export function searchedRuns(snapshot: Snapshot): boolean {
  return answered(snapshot).some((request) => /\/mlflow\/runs\/search(\?|$)/.test(request.path));
}

/** Whether a data file of the model (not only its MLmodel) came down from MLflow. */
export function downloaded(snapshot: Snapshot, model: ModelFact): boolean {
  return downloadPaths(snapshot).some(
    (path) =>
      path.startsWith(`${model.artifactRoot}/`) &&
      !/(MLmodel|\.txt|\.ya?ml|example\.json)$/.test(path),
  );
}

/** Whether any model's data file came down. */
export function downloadedAny(snapshot: Snapshot): boolean {
  return downloadPaths(snapshot).some((path) => /\.(onnx|skops|pkl)$/.test(path));
}

function downloadPaths(snapshot: Snapshot): string[] {
  return answered(snapshot)
    .filter((request) => request.method === 'GET')
    .flatMap((request) => artifactPath(request) ?? []);
}

/** The file that a request brings up or down, below `/mlflow-artifacts/artifacts/`; null for other requests. */
export function artifactPath({ path }: RequestFact): string | null {
  const { pathname } = new URL(path, 'http://mlflow');
  const [, file] = /\/mlflow-artifacts\/artifacts\/(.+)$/.exec(pathname) ?? [];
  return file === undefined ? null : decoded(file);
}

/** A path with a percent sign that encodes nothing stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Requests that MLflow took, in order. */
export function answered(snapshot: Snapshot): readonly RequestFact[] {
  return snapshot.requests.filter((request) => request.status >= 200 && request.status < 300);
}
