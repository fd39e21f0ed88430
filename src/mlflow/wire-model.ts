import { integer, list, object, oneOf, text, type TypeOf } from './shape.ts';
import type { LoggedModel, LoggedModelStatus, ModelVersion, RegisteredModel } from './types.ts';
import { pair, toNumber, toRecord } from './wire-fields.ts';
import { metricJson, toMetric } from './wire-run.ts';

const STATUSES = {
  LOGGED_MODEL_STATUS_UNSPECIFIED: 'UNSPECIFIED',
  LOGGED_MODEL_PENDING: 'PENDING',
  LOGGED_MODEL_READY: 'READY',
  LOGGED_MODEL_UPLOAD_FAILED: 'FAILED',
} as const satisfies Record<string, LoggedModelStatus>;

export type FinalStatus = 'READY' | 'FAILED';

export function fromFinalStatus(status: FinalStatus): keyof typeof STATUSES {
  return status === 'READY' ? 'LOGGED_MODEL_READY' : 'LOGGED_MODEL_UPLOAD_FAILED';
}

export const loggedModelJson = object(
  {
    info: object(
      {
        model_id: text,
        experiment_id: text,
        name: text,
        status: oneOf(
          'LOGGED_MODEL_STATUS_UNSPECIFIED',
          'LOGGED_MODEL_PENDING',
          'LOGGED_MODEL_READY',
          'LOGGED_MODEL_UPLOAD_FAILED',
        ),
      },
      {
        artifact_uri: text,
        creation_timestamp_ms: integer,
        last_updated_timestamp_ms: integer,
        model_type: text,
        source_run_id: text,
        status_message: text,
        tags: list(pair),
      },
    ),
  },
  { data: object({}, { params: list(pair), metrics: list(metricJson) }) },
);

export function toLoggedModel({ info, data }: TypeOf<typeof loggedModelJson>): LoggedModel {
  return {
    modelId: info.model_id,
    name: info.name,
    experimentId: info.experiment_id,
    status: STATUSES[info.status],
    statusMessage: info.status_message ?? '',
    sourceRunId: info.source_run_id ?? null,
    modelType: info.model_type ?? '',
    artifactLocation: info.artifact_uri ?? '',
    creationTimestamp: toNumber(info.creation_timestamp_ms ?? 0),
    lastUpdatedTimestamp: toNumber(info.last_updated_timestamp_ms ?? 0),
    tags: toRecord(info.tags),
    params: toRecord(data?.params),
    metrics: (data?.metrics ?? []).map(toMetric),
    modelUri: `models:/${info.model_id}`,
  };
}

export const modelVersionJson = object(
  { name: text, version: text },
  {
    status: oneOf('PENDING_REGISTRATION', 'FAILED_REGISTRATION', 'READY'),
    status_message: text,
    source: text,
    run_id: text,
    model_id: text,
    description: text,
    creation_timestamp: integer,
    last_updated_timestamp: integer,
    tags: list(pair),
    aliases: list(text),
  },
);

export function toModelVersion(json: TypeOf<typeof modelVersionJson>): ModelVersion {
  const source = json.source ?? '';
  return {
    name: json.name,
    version: json.version,
    status: json.status ?? 'READY',
    statusMessage: json.status_message ?? '',
    source,
    runId: json.run_id === undefined || json.run_id === '' ? null : json.run_id,
    modelId: json.model_id ?? /^models:\/(m-[^/@]+)$/.exec(source)?.[1] ?? null,
    description: json.description ?? '',
    creationTimestamp: toNumber(json.creation_timestamp ?? 0),
    lastUpdatedTimestamp: toNumber(json.last_updated_timestamp ?? 0),
    tags: toRecord(json.tags),
    aliases: json.aliases ?? [],
  };
}

export const registeredModelJson = object(
  { name: text },
  {
    description: text,
    creation_timestamp: integer,
    last_updated_timestamp: integer,
    latest_versions: list(modelVersionJson),
    tags: list(pair),
    aliases: list(object({ alias: text, version: text })),
  },
);

export function toRegisteredModel(json: TypeOf<typeof registeredModelJson>): RegisteredModel {
  return {
    name: json.name,
    description: json.description ?? '',
    creationTimestamp: toNumber(json.creation_timestamp ?? 0),
    lastUpdatedTimestamp: toNumber(json.last_updated_timestamp ?? 0),
    latestVersions: (json.latest_versions ?? []).map(toModelVersion),
    tags: toRecord(json.tags),
    aliases: Object.fromEntries((json.aliases ?? []).map(({ alias, version }) => [alias, version])),
  };
}
