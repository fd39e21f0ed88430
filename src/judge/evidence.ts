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

/** How often the registry was asked for the latest version of a model. */
export function askedForLatest(snapshot: Snapshot): number {
  return answered(snapshot).filter((request) =>
    request.path.includes('/registered-models/get-latest-versions'),
  ).length;
}

/**
 * How often one version of the model was asked for by its number. Loading `latest` ends in a question for its
 * number too: one that directly follows a question for the latest versions is not counted.
 */
export function askedForVersion(snapshot: Snapshot, name: string, version: string): number {
  let count = 0;
  let throughLatest = false;
  for (const request of answered(snapshot)) {
    const url = new URL(request.path, 'http://mlflow');
    if (url.pathname.endsWith('/registered-models/get-latest-versions')) throughLatest = true;
    if (!url.pathname.endsWith('/model-versions/get-download-uri')) continue;
    const asked =
      url.searchParams.get('name') === name && url.searchParams.get('version') === version;
    if (asked && !throughLatest) count += 1;
    throughLatest = false;
  }
  return count;
}

function downloadPaths(snapshot: Snapshot): string[] {
  return answered(snapshot)
    .filter((request) => request.method === 'GET')
    .map((request) => new URL(request.path, 'http://mlflow').pathname)
    .flatMap((path) => /\/mlflow-artifacts\/artifacts\/(.+)$/.exec(path)?.[1] ?? [])
    .map((path) => decodeURIComponent(path));
}

function answered(snapshot: Snapshot): readonly RequestFact[] {
  return snapshot.requests.filter((request) => request.status >= 200 && request.status < 300);
}
