import type { Http } from './http.ts';
import { allPages } from './pages.ts';
import { list, nothing, object, text } from './shape.ts';
import type { Metric, Page, Run, RunInfo, RunStatus, Tags, ViewType } from './types.ts';
import { toPairs, toToken } from './wire-fields.ts';
import { metricJson, runInfoJson, runJson, toMetric, toRun, toRunInfo } from './wire-run.ts';

const one = object({ run: runJson });
const many = object({}, { runs: list(runJson), next_page_token: text });
const history = object({}, { metrics: list(metricJson), next_page_token: text });
const HISTORY_PAGE = 25_000;

export interface NewRun {
  readonly runName?: string;
  readonly startTime?: number;
  readonly tags?: Tags;
  readonly userId?: string;
}

export interface RunSearch {
  readonly experimentIds: readonly string[];
  /** https://mlflow.org/docs/latest/search-runs.html */
  readonly filterString?: string;
  readonly runViewType?: ViewType;
  /** The most in one page, 1000 unless given; the server's limit is 50000. */
  readonly maxResults?: number;
  readonly orderBy?: readonly string[];
  readonly pageToken?: string | null;
}

export type RunCalls = ReturnType<typeof runCalls>;

export function runCalls(http: Http) {
  const change = async (path: string, body: object, idempotent: boolean): Promise<void> => {
    const url = `mlflow/runs/${path}`;
    await http.call({ method: 'POST', path: url, body, answer: nothing, idempotent });
  };
  const updateRun = async (
    runId: string,
    values: { readonly status?: RunStatus; readonly runName?: string; readonly endTime?: number },
  ): Promise<RunInfo> => {
    const answer = await http.call({
      method: 'POST',
      path: 'mlflow/runs/update',
      body: {
        run_id: runId,
        run_uuid: runId,
        status: values.status,
        run_name: values.runName,
        end_time: values.endTime,
      },
      answer: object({ run_info: runInfoJson }),
      idempotent: true,
    });
    return toRunInfo(answer.run_info);
  };
  return {
    /** A RUNNING run that nothing ends by itself; `mlflow.startRun` also ends it and tags its source. */
    async createRun(experimentId: string, run: NewRun = {}): Promise<Run> {
      const tags = { ...run.tags, ...(run.runName ? { 'mlflow.runName': run.runName } : {}) };
      const answer = await http.call({
        method: 'POST',
        path: 'mlflow/runs/create',
        body: {
          experiment_id: experimentId,
          user_id: run.userId,
          run_name: run.runName,
          start_time: run.startTime ?? Date.now(),
          tags: toPairs(tags),
        },
        answer: one,
        idempotent: false,
      });
      return toRun(answer.run);
    },

    /** Deleted runs are found too. @throws MlflowError RESOURCE_DOES_NOT_EXIST */
    async getRun(runId: string): Promise<Run> {
      const path = 'mlflow/runs/get';
      const query = { run_id: runId, run_uuid: runId };
      const answer = await http.call({ method: 'GET', path, query, answer: one, idempotent: true });
      return toRun(answer.run);
    },

    updateRun,

    /** Ends a run. */
    async setTerminated(
      runId: string,
      status: RunStatus = 'FINISHED',
      endTime = Date.now(),
    ): Promise<void> {
      await updateRun(runId, { status, endTime });
    },

    async deleteRun(runId: string): Promise<void> {
      await change('delete', { run_id: runId }, false);
    },

    async restoreRun(runId: string): Promise<void> {
      await change('restore', { run_id: runId }, false);
    },

    async setTag(runId: string, key: string, value: unknown): Promise<void> {
      const body = { run_id: runId, run_uuid: runId, key, value: String(value) };
      await change('set-tag', body, true);
    },

    async deleteTag(runId: string, key: string): Promise<void> {
      await change('delete-tag', { run_id: runId, key }, false);
    },

    /** One page. `mlflow.searchRuns` follows pages to the end. */
    async searchRuns(search: RunSearch): Promise<Page<Run>> {
      const answer = await http.call({
        method: 'POST',
        path: 'mlflow/runs/search',
        body: {
          experiment_ids: search.experimentIds,
          filter: search.filterString ?? '',
          run_view_type: search.runViewType ?? 'ACTIVE_ONLY',
          max_results: search.maxResults ?? 1000,
          order_by: search.orderBy,
          page_token: search.pageToken ?? undefined,
        },
        answer: many,
        idempotent: true,
      });
      return { items: (answer.runs ?? []).map(toRun), token: toToken(answer.next_page_token) };
    },

    /** Every point that was logged under the key, in the server's order; empty for an unknown key. */
    async getMetricHistory(runId: string, key: string): Promise<Metric[]> {
      return await allPages(async (size, token) => {
        const answer = await http.call({
          method: 'GET',
          path: 'mlflow/metrics/get-history',
          query: {
            run_id: runId,
            run_uuid: runId,
            metric_key: key,
            max_results: size,
            page_token: token ?? undefined,
          },
          answer: history,
          idempotent: true,
        });
        const items = (answer.metrics ?? []).map(toMetric);
        return { items, token: toToken(answer.next_page_token) };
      }, HISTORY_PAGE);
    },
  };
}
