/**
 * The calls of MLflow's REST API that a submission is offered: tracking, registry, logged models and the artifact
 * proxy. Left out on purpose: workspaces, users, webhooks, jobs, the AI gateway, prompts, scorers and evaluation
 * data sets (they are of no use here or reach beyond a workspace); traces (a tag of a trace names any folder of the
 * server as the place of its files); deleting artifacts; `/graphql`, `/ajax-api` and `/get-artifact` (MLflow's web
 * page uses them, no client does, and its errors tell paths of the server).
 */
const CALLS = `
  GET    /api/2.0/mlflow/experiments/search
  POST   /api/2.0/mlflow/experiments/search
  GET    /api/2.0/mlflow/experiments/get
  GET    /api/2.0/mlflow/experiments/get-by-name
  POST   /api/2.0/mlflow/experiments/create
  POST   /api/2.0/mlflow/experiments/update
  POST   /api/2.0/mlflow/experiments/delete
  POST   /api/2.0/mlflow/experiments/restore
  POST   /api/2.0/mlflow/experiments/set-experiment-tag
  POST   /api/2.0/mlflow/experiments/delete-experiment-tag
  POST   /api/2.0/mlflow/runs/search
  GET    /api/2.0/mlflow/runs/get
  POST   /api/2.0/mlflow/runs/create
  POST   /api/2.0/mlflow/runs/update
  POST   /api/2.0/mlflow/runs/delete
  POST   /api/2.0/mlflow/runs/restore
  POST   /api/2.0/mlflow/runs/set-tag
  POST   /api/2.0/mlflow/runs/delete-tag
  POST   /api/2.0/mlflow/runs/log-metric
  POST   /api/2.0/mlflow/runs/log-parameter
  POST   /api/2.0/mlflow/runs/log-batch
  POST   /api/2.0/mlflow/runs/log-inputs
  POST   /api/2.0/mlflow/runs/log-model
  POST   /api/2.0/mlflow/runs/outputs
  GET    /api/2.0/mlflow/metrics/get-history
  GET    /api/2.0/mlflow/metrics/get-history-bulk-interval
  GET    /api/2.0/mlflow/artifacts/list
  POST   /api/2.0/mlflow/logged-models
  POST   /api/2.0/mlflow/logged-models/search
  GET    /api/2.0/mlflow/logged-models/*
  PATCH  /api/2.0/mlflow/logged-models/*
  DELETE /api/2.0/mlflow/logged-models/*
  POST   /api/2.0/mlflow/logged-models/*/params
  PATCH  /api/2.0/mlflow/logged-models/*/tags
  DELETE /api/2.0/mlflow/logged-models/*/tags/*
  GET    /api/2.0/mlflow/logged-models/*/artifacts/directories
  GET    /api/2.0/mlflow/registered-models/search
  GET    /api/2.0/mlflow/registered-models/get
  POST   /api/2.0/mlflow/registered-models/create
  PATCH  /api/2.0/mlflow/registered-models/update
  DELETE /api/2.0/mlflow/registered-models/delete
  POST   /api/2.0/mlflow/registered-models/rename
  GET    /api/2.0/mlflow/registered-models/get-latest-versions
  POST   /api/2.0/mlflow/registered-models/get-latest-versions
  POST   /api/2.0/mlflow/registered-models/set-tag
  DELETE /api/2.0/mlflow/registered-models/delete-tag
  GET    /api/2.0/mlflow/registered-models/alias
  POST   /api/2.0/mlflow/registered-models/alias
  DELETE /api/2.0/mlflow/registered-models/alias
  GET    /api/2.0/mlflow/model-versions/search
  GET    /api/2.0/mlflow/model-versions/get
  GET    /api/2.0/mlflow/model-versions/get-download-uri
  POST   /api/2.0/mlflow/model-versions/create
  PATCH  /api/2.0/mlflow/model-versions/update
  DELETE /api/2.0/mlflow/model-versions/delete
  POST   /api/2.0/mlflow/model-versions/transition-stage
  POST   /api/2.0/mlflow/model-versions/set-tag
  DELETE /api/2.0/mlflow/model-versions/delete-tag
  GET    /api/2.0/mlflow-artifacts/artifacts
  GET    /api/2.0/mlflow-artifacts/artifacts/**
  PUT    /api/2.0/mlflow-artifacts/artifacts/**
  GET    /health
  GET    /version
  GET    /
`;

const calls = CALLS.trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/))
  .map(([method = '', path = '']) => ({ method, path }));
const exact = new Set(calls.map(({ method, path }) => `${method} ${path}`));
const patterns = calls
  .filter(({ path }) => path.includes('*'))
  .map(({ method, path }) => ({ method, matches: toPattern(path) }));

/** @param path as sent, without the query */
export function isOffered(method: string, path: string): boolean {
  if (exact.has(`${method} ${path}`)) return !path.includes('*');
  return patterns.some((pattern) => pattern.method === method && pattern.matches.test(path));
}

/** `*` is one segment, `**` the rest. Only segments may be percent-encoded: no encoding of a name is offered. */
function toPattern(path: string): RegExp {
  const text = path.replaceAll('.', '\\.').replace(/\*+/g, (stars) => {
    return stars.length === 1 ? '[^/]+' : '.+';
  });
  return new RegExp(`^${text}$`);
}
