import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/**
 * What MLflow needs of a client's headers. All others stay here: those of the connection itself, Host,
 * Authorization, X-Forwarded-*, X-MLFLOW-* and cookies.
 */
const TO_MLFLOW = ['accept', 'accept-encoding', 'content-type', 'content-length', 'user-agent'];

/** Headers of the connection between gateway and MLflow, and one that names our server's start. */
const NOT_TO_CLIENT = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-workshop-instance',
]);

/** The headers of a request as MLflow gets it. */
export function toMlflowHeaders(
  headers: IncomingHttpHeaders,
  workspace: string | undefined,
): OutgoingHttpHeaders {
  const passed: OutgoingHttpHeaders = {};
  for (const name of TO_MLFLOW) {
    const value = headers[name];
    if (value !== undefined) passed[name] = value;
  }
  if (workspace !== undefined) passed['x-mlflow-workspace'] = workspace;
  return passed;
}

/** The headers of MLflow's answer as the client gets them. */
export function toClientHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_TO_CLIENT.has(name)));
}
