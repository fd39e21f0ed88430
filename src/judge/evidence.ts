import type { ModelFact, RequestFact, Snapshot } from './snapshot.ts';

/** Questions to the record of requests: what a submission really asked of MLflow. */

export function searchedRuns(snapshot: Snapshot): boolean {
  return answered(snapshot).some((request) => /\/mlflow\/runs\/search(\?|$)/.test(request.path));
}

/** Whether a data file of the model (not only its MLmodel) came down from MLflow. */
export function downloaded(snapshot: Snapshot, model: ModelFact): boolean {
  return downloads(snapshot).some((request) => {
    const path = artifactPath(request) ?? '';
    return (
      path.startsWith(`${model.artifactRoot}/`) &&
      !/(MLmodel|\.txt|\.ya?ml|example\.json)$/.test(path)
    );
  });
}

/**
 * The last request that brought any model's data file down, or asked for the folder that it came from: Python's client
 * downloads in threads, which know no place in the submission.
 */
export function lastDownload(snapshot: Snapshot): RequestFact | undefined {
  const all = downloads(snapshot);
  const last = all.findLast((request) => DATA_FILE.test(artifactPath(request) ?? ''));
  if (last === undefined || last.origin !== null) return last;
  const file = artifactPath(last) ?? '';
  const listed = all.findLast((request) => {
    const folder = new URL(request.path, 'http://mlflow').searchParams.get('path');
    return request.origin !== null && folder !== null && file.startsWith(`${folder}/`);
  });
  return listed ?? last;
}

const DATA_FILE = /\.(onnx|skops|pkl)$/;

function downloads(snapshot: Snapshot): readonly RequestFact[] {
  return answered(snapshot).filter((request) => request.method === 'GET');
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
