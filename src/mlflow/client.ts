import { artifactCalls, type ArtifactCalls } from './artifacts.ts';
import { batchCalls, type BatchCalls } from './batches.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { experimentCalls, type ExperimentCalls } from './experiments.ts';
import { Http } from './http.ts';
import { loggedModelCalls, type LoggedModelCalls } from './logged-models.ts';
import { modelVersionCalls, type ModelVersionCalls } from './model-versions.ts';
import { registeredModelCalls, type RegisteredModelCalls } from './registered-models.ts';
import { runCalls, type RunCalls } from './runs.ts';
import { serverCalls, type ServerCalls } from './server.ts';

/** Python's `MlflowClient` in camelCase: every call names its run, experiment or model. */
export interface MlflowClient
  extends
    ServerCalls,
    ExperimentCalls,
    RunCalls,
    BatchCalls,
    ArtifactCalls,
    LoggedModelCalls,
    RegisteredModelCalls,
    ModelVersionCalls {
  /** Without user, password and trailing slash. */
  readonly trackingUri: string;
  /** Closes idle connections. A program ends without it. */
  close(): void;
}

export function createClient(options: ConnectionOptions): MlflowClient {
  const connection = new Connection(options);
  const http = new Http(connection);
  const runs = { ...runCalls(http), ...loggedModelCalls(http) };
  return {
    trackingUri: connection.baseUrl,
    close: () => {
      connection.close();
    },
    ...serverCalls(http),
    ...experimentCalls(http),
    ...runs,
    ...batchCalls(http),
    ...artifactCalls(http, runs),
    ...registeredModelCalls(http),
    ...modelVersionCalls(http),
  };
}
