import { MlflowError } from './errors.ts';
import type { Http } from './http.ts';
import { nothing } from './shape.ts';
import type { NewMetric, ParamValue, Tags } from './types.ts';
import { toPairs, type PairJson } from './wire-fields.ts';
import { fromMetric, type MetricJson } from './wire-run.ts';

/** The server's limits for one log-batch request. */
const MOST_METRICS = 1000;
const MOST_PARAMS = 100;
const MOST_TAGS = 100;
const MOST_TOGETHER = 1000;

export interface Batch {
  readonly metrics?: readonly NewMetric[];
  readonly params?: Readonly<Record<string, ParamValue>>;
  readonly tags?: Tags;
}

interface BatchJson {
  readonly metrics: readonly MetricJson[];
  readonly params: readonly PairJson[];
  readonly tags: readonly PairJson[];
}

export type BatchCalls = ReturnType<typeof batchCalls>;

/**
 * What is logged into a run. All of it may be repeated after a failure: the server keeps one row for
 * equal (key, value, step, timestamp), and the timestamp is fixed before the first attempt.
 */
export function batchCalls(http: Http) {
  const send = async (path: string, body: object): Promise<void> => {
    const url = `mlflow/runs/${path}`;
    await http.call({ method: 'POST', path: url, body, answer: nothing, idempotent: true });
  };
  return {
    /** @throws MlflowError INVALID_PARAMETER_VALUE when the key already has another value */
    async logParam(runId: string, key: string, value: ParamValue): Promise<void> {
      const body = { run_id: runId, run_uuid: runId, key, value: paramText(value) };
      await send('log-parameter', body);
    },

    async logMetric(
      runId: string,
      key: string,
      value: number,
      options: Omit<NewMetric, 'key' | 'value'> = {},
    ): Promise<void> {
      const metric = metricOf({ ...options, key, value }, Date.now());
      await send('log-metric', { run_id: runId, run_uuid: runId, ...metric });
    },

    /** Any number of metrics, params and tags, in as many requests as the server's limits ask for. */
    async logBatch(runId: string, batch: Batch): Promise<void> {
      const now = Date.now();
      const whole = {
        metrics: (batch.metrics ?? []).map((metric) => metricOf(metric, now)),
        params: Object.entries(batch.params ?? {}).map(([key, value]) => ({
          key,
          value: paramText(value),
        })),
        tags: toPairs(batch.tags),
      };
      for (const part of splitBatch(whole)) await send('log-batch', { run_id: runId, ...part });
    },
  };
}

/** Parts within the limits, params and tags first; none for an empty batch. */
export function splitBatch(whole: BatchJson): Partial<BatchJson>[] {
  const parts: Partial<BatchJson>[] = [];
  let { metrics, params, tags } = whole;
  while (metrics.length + params.length + tags.length > 0) {
    const labels = { params: params.slice(0, MOST_PARAMS), tags: tags.slice(0, MOST_TAGS) };
    const room = MOST_TOGETHER - labels.params.length - labels.tags.length;
    const taken = { metrics: metrics.slice(0, Math.min(room, MOST_METRICS)), ...labels };
    parts.push(Object.fromEntries(Object.entries(taken).filter(([, list]) => list.length > 0)));
    metrics = metrics.slice(taken.metrics.length);
    params = params.slice(MOST_PARAMS);
    tags = tags.slice(MOST_TAGS);
  }
  return parts;
}

/** A parameter as MLflow stores it: text as it is, objects and arrays as JSON. */
export function paramText(value: ParamValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function metricOf(metric: NewMetric, now: number): MetricJson {
  // Callers may be untyped JavaScript, where undefined would be stored as NaN.
  if (typeof metric.value !== 'number') {
    const given = JSON.stringify(metric.value) ?? String(metric.value);
    throw new MlflowError(
      'INVALID_PARAMETER_VALUE',
      `Got invalid value ${given} for metric '${metric.key}'. Please specify value as a number.`,
    );
  }
  return fromMetric({ timestamp: now, step: 0, ...metric });
}
