import type { Http } from './http.ts';
import { list, nothing, object, text } from './shape.ts';
import type { LoggedModel, ModelOutput, Page, Tags } from './types.ts';
import { toPairs, toToken } from './wire-fields.ts';
import { fromFinalStatus, loggedModelJson, toLoggedModel, type FinalStatus } from './wire-model.ts';

const one = object({ model: loggedModelJson });
const many = object({}, { models: list(loggedModelJson), next_page_token: text });

export interface NewLoggedModel {
  readonly experimentId: string;
  readonly name?: string;
  readonly sourceRunId?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Tags;
  readonly modelType?: string;
}

export interface LoggedModelSearch {
  readonly experimentIds: readonly string[];
  readonly filterString?: string;
  readonly maxResults?: number;
  readonly orderBy?: readonly { readonly fieldName: string; readonly ascending?: boolean }[];
  readonly pageToken?: string | null;
}

export type LoggedModelCalls = ReturnType<typeof loggedModelCalls>;

export function loggedModelCalls(http: Http) {
  return {
    /** A PENDING model without files; `mlflow.logModel` also uploads and finalizes. */
    async createLoggedModel(model: NewLoggedModel): Promise<LoggedModel> {
      const answer = await http.call({
        method: 'POST',
        path: 'mlflow/logged-models',
        body: {
          experiment_id: model.experimentId,
          name: model.name,
          model_type: model.modelType,
          source_run_id: model.sourceRunId,
          params: toPairs(model.params),
          tags: toPairs(model.tags),
        },
        answer: one,
        idempotent: false,
      });
      return toLoggedModel(answer.model);
    },

    async finalizeLoggedModel(modelId: string, status: FinalStatus): Promise<LoggedModel> {
      const answer = await http.call({
        method: 'PATCH',
        path: at(modelId),
        body: { model_id: modelId, status: fromFinalStatus(status) },
        answer: one,
        idempotent: true,
      });
      return toLoggedModel(answer.model);
    },

    /** @throws MlflowError RESOURCE_DOES_NOT_EXIST, for deleted models too */
    async getLoggedModel(modelId: string): Promise<LoggedModel> {
      const path = at(modelId);
      const answer = await http.call({ method: 'GET', path, answer: one, idempotent: true });
      return toLoggedModel(answer.model);
    },

    /** One page, newest first. `mlflow.searchLoggedModels` follows pages to the end. */
    async searchLoggedModels(search: LoggedModelSearch): Promise<Page<LoggedModel>> {
      const answer = await http.call({
        method: 'POST',
        path: 'mlflow/logged-models/search',
        body: {
          experiment_ids: search.experimentIds,
          filter: search.filterString,
          max_results: search.maxResults,
          order_by: search.orderBy?.map(({ fieldName, ascending = true }) => ({
            field_name: fieldName,
            ascending,
          })),
          page_token: search.pageToken ?? undefined,
        },
        answer: many,
        idempotent: true,
      });
      return {
        items: (answer.models ?? []).map(toLoggedModel),
        token: toToken(answer.next_page_token),
      };
    },

    async setLoggedModelTags(modelId: string, tags: Tags): Promise<void> {
      await http.call({
        method: 'PATCH',
        path: at(modelId, '/tags'),
        body: { tags: toPairs(tags) },
        answer: nothing,
        idempotent: true,
      });
    },

    async deleteLoggedModelTag(modelId: string, key: string): Promise<void> {
      const path = at(modelId, `/tags/${encodeURIComponent(key)}`);
      await http.call({ method: 'DELETE', path, answer: nothing, idempotent: false });
    },

    async deleteLoggedModel(modelId: string): Promise<void> {
      await http.call({ method: 'DELETE', path: at(modelId), answer: nothing, idempotent: false });
    },

    /** Says that a run made these models. */
    async logOutputs(runId: string, models: readonly ModelOutput[]): Promise<void> {
      await http.call({
        method: 'POST',
        path: 'mlflow/runs/outputs',
        body: {
          run_id: runId,
          models: models.map(({ modelId, step }) => ({ model_id: modelId, step })),
        },
        answer: nothing,
        idempotent: false,
      });
    },
  };
}

function at(modelId: string, rest = ''): string {
  return `mlflow/logged-models/${encodeURIComponent(modelId)}${rest}`;
}
