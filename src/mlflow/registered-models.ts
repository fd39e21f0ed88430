import type { Http } from './http.ts';
import { list, nothing, object, text } from './shape.ts';
import type { ModelVersion, Page, RegisteredModel, Tags } from './types.ts';
import { toPairs, toToken } from './wire-fields.ts';
import { modelVersionJson, registeredModelJson } from './wire-model.ts';
import { toModelVersion, toRegisteredModel } from './wire-model.ts';

const one = object({ registered_model: registeredModelJson });
const many = object({}, { registered_models: list(registeredModelJson), next_page_token: text });
const NOT_PROMPTS = "tag.`mlflow.prompt.is_prompt` != 'true'";

export interface RegistrySearch {
  readonly filterString?: string;
  readonly maxResults?: number;
  readonly orderBy?: readonly string[];
  readonly pageToken?: string | null;
}

export type RegisteredModelCalls = ReturnType<typeof registeredModelCalls>;

export function registeredModelCalls(http: Http) {
  return {
    /** @throws MlflowError RESOURCE_ALREADY_EXISTS */
    async createRegisteredModel(
      name: string,
      options: { readonly description?: string; readonly tags?: Tags } = {},
    ): Promise<RegisteredModel> {
      const { description, tags } = options;
      const answer = await http.call({
        method: 'POST',
        path: at('create'),
        body: { name, description, ...(tags === undefined ? {} : { tags: toPairs(tags) }) },
        answer: one,
        idempotent: false,
      });
      return toRegisteredModel(answer.registered_model);
    },

    /** @throws MlflowError RESOURCE_DOES_NOT_EXIST */
    async getRegisteredModel(name: string): Promise<RegisteredModel> {
      const path = at('get');
      const query = { name };
      const answer = await http.call({ method: 'GET', path, query, answer: one, idempotent: true });
      return toRegisteredModel(answer.registered_model);
    },

    /** One page, prompts left out as Python does. */
    async searchRegisteredModels(search: RegistrySearch = {}): Promise<Page<RegisteredModel>> {
      const { filterString } = search;
      const answer = await http.call({
        method: 'GET',
        path: at('search'),
        query: {
          filter: filterString ? `${filterString} AND ${NOT_PROMPTS}` : NOT_PROMPTS,
          max_results: search.maxResults ?? 100,
          order_by: search.orderBy,
          page_token: search.pageToken ?? undefined,
        },
        answer: many,
        idempotent: true,
      });
      const items = (answer.registered_models ?? []).map(toRegisteredModel);
      return { items, token: toToken(answer.next_page_token) };
    },

    async renameRegisteredModel(name: string, newName: string): Promise<RegisteredModel> {
      const body = { name, new_name: newName };
      const path = at('rename');
      const answer = await http.call({
        method: 'POST',
        path,
        body,
        answer: one,
        idempotent: false,
      });
      return toRegisteredModel(answer.registered_model);
    },

    async updateRegisteredModel(name: string, description: string): Promise<RegisteredModel> {
      const body = { name, description };
      const path = at('update');
      const answer = await http.call({
        method: 'PATCH',
        path,
        body,
        answer: one,
        idempotent: true,
      });
      return toRegisteredModel(answer.registered_model);
    },

    /** With all its versions and aliases. */
    async deleteRegisteredModel(name: string): Promise<void> {
      const path = at('delete');
      await http.call({
        method: 'DELETE',
        path,
        body: { name },
        answer: nothing,
        idempotent: false,
      });
    },

    async setRegisteredModelTag(name: string, key: string, value: string): Promise<void> {
      const body = { name, key, value };
      const path = at('set-tag');
      await http.call({ method: 'POST', path, body, answer: nothing, idempotent: true });
    },

    async deleteRegisteredModelTag(name: string, key: string): Promise<void> {
      const body = { name, key };
      const path = at('delete-tag');
      await http.call({ method: 'DELETE', path, body, answer: nothing, idempotent: false });
    },

    /** Moves the alias when another version has it. */
    async setRegisteredModelAlias(name: string, alias: string, version: string | number) {
      const body = { name, alias, version: String(version) };
      const path = at('alias');
      await http.call({ method: 'POST', path, body, answer: nothing, idempotent: true });
    },

    async deleteRegisteredModelAlias(name: string, alias: string): Promise<void> {
      const body = { name, alias };
      const path = at('alias');
      await http.call({ method: 'DELETE', path, body, answer: nothing, idempotent: false });
    },

    /** @throws MlflowError when the model or the alias is not there */
    async getModelVersionByAlias(name: string, alias: string): Promise<ModelVersion> {
      const answer = await http.call({
        method: 'GET',
        path: at('alias'),
        query: { name, alias },
        answer: object({ model_version: modelVersionJson }),
        idempotent: true,
      });
      return toModelVersion(answer.model_version);
    },

    /** The newest version in each stage; where stages are not used, the newest version. */
    async getLatestVersions(name: string): Promise<ModelVersion[]> {
      const answer = await http.call({
        method: 'POST',
        path: at('get-latest-versions'),
        body: { name },
        answer: object({}, { model_versions: list(modelVersionJson) }),
        idempotent: true,
      });
      return (answer.model_versions ?? []).map(toModelVersion);
    },
  };
}

function at(rest: string): string {
  return `mlflow/registered-models/${rest}`;
}
