import { double, integer, list, object, oneOf, text, type TypeOf } from './shape.ts';
import type { Experiment, Metric, Run, RunInfo } from './types.ts';
import { fromDouble, pair, toNumber, toRecord } from './wire-fields.ts';

const lifecycleStage = oneOf('active', 'deleted');

export const experimentJson = object(
  { experiment_id: text, name: text, lifecycle_stage: lifecycleStage },
  { artifact_location: text, creation_time: integer, last_update_time: integer, tags: list(pair) },
);

export function toExperiment(json: TypeOf<typeof experimentJson>): Experiment {
  return {
    experimentId: json.experiment_id,
    name: json.name,
    artifactLocation: json.artifact_location ?? '',
    lifecycleStage: json.lifecycle_stage,
    tags: toRecord(json.tags),
    creationTime: toNumber(json.creation_time),
    lastUpdateTime: toNumber(json.last_update_time),
  };
}

export const metricJson = object(
  { key: text },
  { value: double, timestamp: integer, step: integer, model_id: text, run_id: text },
);
export type MetricJson = TypeOf<typeof metricJson>;

export function toMetric(json: MetricJson): Metric {
  return {
    key: json.key,
    value: toNumber(json.value ?? 0),
    timestamp: toNumber(json.timestamp ?? 0),
    step: toNumber(json.step ?? 0),
    modelId: json.model_id ?? null,
    runId: json.run_id ?? null,
  };
}

export function fromMetric(metric: {
  readonly key: string;
  readonly value: number;
  readonly timestamp: number;
  readonly step: number;
  readonly modelId?: string | null;
}): MetricJson {
  const { key, value, timestamp, step, modelId } = metric;
  const json = { key, value: fromDouble(value), timestamp, step };
  return modelId === undefined || modelId === null ? json : { ...json, model_id: modelId };
}

export const runInfoJson = object(
  {
    run_id: text,
    experiment_id: text,
    status: oneOf('RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED'),
    lifecycle_stage: lifecycleStage,
  },
  {
    run_name: text,
    start_time: integer,
    end_time: integer,
    artifact_uri: text,
    user_id: text,
  },
);

export function toRunInfo(json: TypeOf<typeof runInfoJson>): RunInfo {
  return {
    runId: json.run_id,
    runName: json.run_name ?? '',
    experimentId: json.experiment_id,
    status: json.status,
    lifecycleStage: json.lifecycle_stage,
    startTime: toNumber(json.start_time),
    endTime: toNumber(json.end_time),
    artifactUri: json.artifact_uri ?? '',
    userId: json.user_id ?? '',
  };
}

export const runJson = object(
  { info: runInfoJson },
  {
    data: object({}, { metrics: list(metricJson), params: list(pair), tags: list(pair) }),
    inputs: object({}, { model_inputs: list(object({ model_id: text })) }),
    outputs: object({}, { model_outputs: list(object({ model_id: text }, { step: integer })) }),
  },
);

export function toRun(json: TypeOf<typeof runJson>): Run {
  const metrics = (json.data?.metrics ?? []).map(toMetric);
  return {
    info: toRunInfo(json.info),
    data: {
      params: toRecord(json.data?.params),
      metrics: Object.fromEntries(metrics.map(({ key, value }) => [key, value])),
      tags: toRecord(json.data?.tags),
    },
    inputs: {
      modelInputs: (json.inputs?.model_inputs ?? []).map((input) => ({ modelId: input.model_id })),
    },
    outputs: {
      modelOutputs: (json.outputs?.model_outputs ?? []).map((output) => ({
        modelId: output.model_id,
        step: toNumber(output.step ?? 0),
      })),
    },
  };
}
