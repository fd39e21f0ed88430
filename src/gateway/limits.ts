/** What one submission may take of the MLflow that others share. */
export interface GatewayLimits {
  /** One request body other than an uploaded file, in bytes. */
  readonly bodyBytes: number;
  /** One uploaded file, in bytes. */
  readonly uploadBytes: number;
  /** All that is sent, in bytes. */
  readonly totalBytes: number;
  /** All of it but uploaded files, in bytes: it comes back at every search for runs. */
  readonly bodiesBytes: number;
  readonly requests: number;
  /** Requests each second in the long run. */
  readonly perSecond: number;
  /** Requests that may come at once after a pause. */
  readonly burst: number;
  /** A request that comes too soon waits its turn for so long, in milliseconds; then it is refused with 429. */
  readonly paceWaitMs: number;
  /** Connections of the submission at once. */
  readonly connections: number;
  /**
   * Requests in MLflow at once, uploads apart; the others wait. One MLflow does not do more in the same time with more
   * than four, and 16 at once can stop a server whose pool of database connections is SQLAlchemy's own (15).
   */
  readonly inFlight: number;
  /** A connection must have sent all headers after this time, in milliseconds. */
  readonly headersMs: number;
  /** And the whole request after this, in milliseconds. */
  readonly requestMs: number;
  readonly runs: number;
  readonly experiments: number;
  readonly loggedModels: number;
  readonly registeredModels: number;
  readonly modelVersions: number;
  /** `mlflow models serve` processes started. */
  readonly modelServers: number;
  /** Requests kept in the record with all facts. */
  readonly recorded: number;
  /** Bytes of searches and scorings, questions and answers, kept in the record. */
  readonly recordedBytes: number;
}

const MB = 1024 * 1024;

/**
 * Far above what any exercise needs (the largest sends 300 requests and 20 MB), far below what harms others.
 */
export const DEFAULT_LIMITS: GatewayLimits = {
  bodyBytes: 8 * MB,
  uploadBytes: 200 * MB,
  totalBytes: 1024 * MB,
  bodiesBytes: 64 * MB,
  requests: 50_000,
  perSecond: 200,
  burst: 400,
  paceWaitMs: 1000,
  connections: 128,
  inFlight: 4,
  headersMs: 20_000,
  requestMs: 300_000,
  runs: 1000,
  experiments: 100,
  loggedModels: 1000,
  registeredModels: 100,
  modelVersions: 1000,
  modelServers: 10,
  recorded: 5000,
  recordedBytes: 4 * MB,
};
