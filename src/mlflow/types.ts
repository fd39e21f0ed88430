/** What the client hands out. Times are milliseconds since the epoch, sizes are bytes. */

export type LifecycleStage = 'active' | 'deleted';
export type RunStatus = 'RUNNING' | 'SCHEDULED' | 'FINISHED' | 'FAILED' | 'KILLED';
export type ViewType = 'ACTIVE_ONLY' | 'DELETED_ONLY' | 'ALL';
export type LoggedModelStatus = 'UNSPECIFIED' | 'PENDING' | 'READY' | 'FAILED';
export type ModelVersionStatus = 'PENDING_REGISTRATION' | 'FAILED_REGISTRATION' | 'READY';

export type Tags = Readonly<Record<string, string>>;

export interface Experiment {
  readonly experimentId: string;
  readonly name: string;
  readonly artifactLocation: string;
  readonly lifecycleStage: LifecycleStage;
  readonly tags: Tags;
  readonly creationTime: number | null;
  readonly lastUpdateTime: number | null;
}

export interface RunInfo {
  readonly runId: string;
  readonly runName: string;
  readonly experimentId: string;
  readonly status: RunStatus;
  readonly lifecycleStage: LifecycleStage;
  readonly startTime: number | null;
  readonly endTime: number | null;
  readonly artifactUri: string;
  readonly userId: string;
}

export interface ModelOutput {
  readonly modelId: string;
  readonly step: number;
}

export interface Run {
  readonly info: RunInfo;
  readonly data: {
    readonly params: Readonly<Record<string, string>>;
    /** The last value of each metric. */
    readonly metrics: Readonly<Record<string, number>>;
    readonly tags: Tags;
  };
  readonly inputs: { readonly modelInputs: readonly { readonly modelId: string }[] };
  readonly outputs: { readonly modelOutputs: readonly ModelOutput[] };
}

/** One point of a metric's history. */
export interface Metric {
  readonly key: string;
  readonly value: number;
  readonly timestamp: number;
  readonly step: number;
  readonly modelId: string | null;
  readonly runId: string | null;
}

/** A metric to log; `timestamp` is now and `step` is 0 unless given. */
export interface NewMetric {
  readonly key: string;
  readonly value: number;
  readonly timestamp?: number;
  readonly step?: number;
  readonly modelId?: string;
}

/** Anything a parameter may be given as; it is stored as text, objects and arrays as JSON. */
export type ParamValue = string | number | bigint | boolean | null | readonly unknown[] | object;

export interface FileInfo {
  /** Relative to the root of the run or model, with `/`. */
  readonly path: string;
  readonly isDir: boolean;
  readonly fileSize: number | null;
}

export interface LoggedModel {
  readonly modelId: string;
  readonly name: string;
  readonly experimentId: string;
  readonly status: LoggedModelStatus;
  readonly statusMessage: string;
  readonly sourceRunId: string | null;
  readonly modelType: string;
  readonly artifactLocation: string;
  readonly creationTimestamp: number;
  readonly lastUpdatedTimestamp: number;
  readonly tags: Tags;
  readonly params: Readonly<Record<string, string>>;
  readonly metrics: readonly Metric[];
  /** `models:/m-…` */
  readonly modelUri: string;
}

export interface ModelVersion {
  readonly name: string;
  readonly version: string;
  readonly status: ModelVersionStatus;
  readonly statusMessage: string;
  readonly source: string;
  readonly runId: string | null;
  /** Of the LoggedModel that it was made from; read from `source` where the server leaves it out. */
  readonly modelId: string | null;
  readonly description: string;
  readonly creationTimestamp: number;
  readonly lastUpdatedTimestamp: number;
  readonly tags: Tags;
  readonly aliases: readonly string[];
}

export interface RegisteredModel {
  readonly name: string;
  readonly description: string;
  readonly creationTimestamp: number;
  readonly lastUpdatedTimestamp: number;
  readonly latestVersions: readonly ModelVersion[];
  readonly tags: Tags;
  /** Alias to version. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** One page of a search; hand `token` to the next call, null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly token: string | null;
}
