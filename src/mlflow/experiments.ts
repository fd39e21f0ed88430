import { MlflowError } from './errors.ts';
import type { Http } from './http.ts';
import { list, nothing, object, text } from './shape.ts';
import type { Experiment, Page, Tags, ViewType } from './types.ts';
import { toPairs, toToken } from './wire-fields.ts';
import { experimentJson, toExperiment } from './wire-run.ts';

const one = object({ experiment: experimentJson });
const many = object({}, { experiments: list(experimentJson), next_page_token: text });

export interface ExperimentSearch {
  readonly viewType?: ViewType;
  readonly filterString?: string;
  readonly orderBy?: readonly string[];
  readonly maxResults?: number;
  readonly pageToken?: string | null;
}

export type ExperimentCalls = ReturnType<typeof experimentCalls>;

/** https://mlflow.org/docs/latest/api_reference/rest-api.html */
export function experimentCalls(http: Http) {
  const change = async (path: string, body: object, idempotent: boolean): Promise<void> => {
    const url = `mlflow/experiments/${path}`;
    await http.call({ method: 'POST', path: url, body, answer: nothing, idempotent });
  };
  return {
    /** @returns its id. @throws MlflowError RESOURCE_ALREADY_EXISTS */
    async createExperiment(
      name: string,
      options: { readonly artifactLocation?: string; readonly tags?: Tags } = {},
    ): Promise<string> {
      const answer = await http.call({
        method: 'POST',
        path: 'mlflow/experiments/create',
        body: {
          name,
          artifact_location: options.artifactLocation,
          ...(options.tags === undefined ? {} : { tags: toPairs(options.tags) }),
        },
        answer: object({ experiment_id: text }),
        idempotent: false,
      });
      return answer.experiment_id;
    },

    /** @throws MlflowError RESOURCE_DOES_NOT_EXIST */
    async getExperiment(experimentId: string): Promise<Experiment> {
      const path = 'mlflow/experiments/get';
      const query = { experiment_id: experimentId };
      const answer = await http.call({ method: 'GET', path, query, answer: one, idempotent: true });
      return toExperiment(answer.experiment);
    },

    /** Deleted experiments are found too, as in Python; null when there is none. */
    async getExperimentByName(name: string): Promise<Experiment | null> {
      const path = 'mlflow/experiments/get-by-name';
      const query = { experiment_name: name };
      try {
        const found = await http.call({
          method: 'GET',
          path,
          query,
          answer: one,
          idempotent: true,
        });
        return toExperiment(found.experiment);
      } catch (error) {
        if (error instanceof MlflowError && error.code === 'RESOURCE_DOES_NOT_EXIST') return null;
        throw error;
      }
    },

    /** One page. `mlflow.searchExperiments` follows pages to the end. */
    async searchExperiments(search: ExperimentSearch = {}): Promise<Page<Experiment>> {
      const answer = await http.call({
        method: 'POST',
        path: 'mlflow/experiments/search',
        body: {
          max_results: search.maxResults ?? 1000,
          view_type: search.viewType ?? 'ACTIVE_ONLY',
          filter: search.filterString,
          order_by: search.orderBy,
          page_token: search.pageToken ?? undefined,
        },
        answer: many,
        idempotent: true,
      });
      return {
        items: (answer.experiments ?? []).map(toExperiment),
        token: toToken(answer.next_page_token),
      };
    },

    async deleteExperiment(experimentId: string): Promise<void> {
      await change('delete', { experiment_id: experimentId }, false);
    },

    async restoreExperiment(experimentId: string): Promise<void> {
      await change('restore', { experiment_id: experimentId }, false);
    },

    async renameExperiment(experimentId: string, newName: string): Promise<void> {
      await change('update', { experiment_id: experimentId, new_name: newName }, true);
    },

    async setExperimentTag(experimentId: string, key: string, value: string): Promise<void> {
      await change('set-experiment-tag', { experiment_id: experimentId, key, value }, true);
    },
  };
}
