import { userInfo } from 'node:os';
import { createClient, type MlflowClient } from './client.ts';
import type { ConnectionOptions } from './connection.ts';
import { createContext } from './context.ts';
import { loggingVerbs, type LoggingVerbs } from './fluent-logging.ts';
import { modelVerbs, type ModelVerbs } from './fluent-models.ts';
import { runVerbs, type RunVerbs } from './fluent-runs.ts';
import { searchVerbs, type SearchVerbs } from './fluent-search.ts';

export interface MlflowOptions extends ConnectionOptions {
  /** Name in the tag `mlflow.user`; the system's user unless given. */
  readonly userName?: string;
  /** Name in the tag `mlflow.source.name`; the program's file unless given. */
  readonly sourceName?: string;
}

/** Python's `mlflow` module in camelCase: verbs that work on the active experiment and run. */
export interface Mlflow extends RunVerbs, LoggingVerbs, ModelVerbs, SearchVerbs {
  readonly client: MlflowClient;
  /** Without user, password and trailing slash. */
  readonly trackingUri: string;
}

/**
 * Each call gives its own active experiment and run. Nothing is sent before the first verb.
 *
 * @example
 * const mlflow = createMlflow({ trackingUri: 'http://localhost:5000' });
 * await mlflow.setExperiment('churn');
 * await mlflow.startRun({ runName: 'first' }, async () => {
 *   await mlflow.logParam('max_depth', 10);
 *   await mlflow.logMetric('accuracy', 0.81);
 * });
 */
export function createMlflow(options: MlflowOptions): Mlflow {
  const client = createClient(options);
  const userName = options.userName ?? userInfo().username;
  const sourceName = options.sourceName ?? process.argv[1] ?? 'node';
  const context = createContext(client, userName, sourceName);
  return {
    client,
    trackingUri: client.trackingUri,
    ...runVerbs(context),
    ...loggingVerbs(context),
    ...modelVerbs(context),
    ...searchVerbs(context),
  };
}
