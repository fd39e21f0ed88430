import type { Http } from './http.ts';
import { registryRoom, type RegistrySearch } from './registry-room.ts';
import { list, object, text } from './shape.ts';
import type { ModelVersion, Page, RegisteredModel, Tags } from './types.ts';
import { toPairs, toToken } from './wire-fields.ts';
import { modelVersionJson, registeredModelJson } from './wire-model.ts';
import { toModelVersion, toRegisteredModel } from './wire-model.ts';

const one = object({ registered_model: registeredModelJson });
const many = object({}, { registered_models: list(registeredModelJson), next_page_token: text });
const version = object({ model_version: modelVersionJson });
const versions = object({}, { model_versions: list(modelVersionJson) });
const NOT_PROMPTS = "tag.`mlflow.prompt.is_prompt` != 'true'";

export type RegisteredModelCalls = ReturnType<typeof registeredModelCalls>;

export function registeredModelCalls(http: Http) {
  const room = registryRoom(http, 'registered-models');
  return {
    /** @throws MlflowError RESOURCE_ALREADY_EXISTS */
    async createRegisteredModel(
      name: string,
      options: { readonly description?: string; readonly tags?: Tags } = {},
    ): Promise<RegisteredModel> {
      const { description, tags } = options;
      const body = { name, description, ...(tags === undefined ? {} : { tags: toPairs(tags) }) };
      return toRegisteredModel((await room.once('create', body, one)).registered_model);
    },

    /** @throws MlflowError RESOURCE_DOES_NOT_EXIST */
    async getRegisteredModel(name: string): Promise<RegisteredModel> {
      return toRegisteredModel((await room.get('get', { name }, one)).registered_model);
    },

    /** One page, prompts left out as Python does. */
    async searchRegisteredModels(search: RegistrySearch = {}): Promise<Page<RegisteredModel>> {
      const { filterString: wanted } = search;
      const filterString = wanted ? `${wanted} AND ${NOT_PROMPTS}` : NOT_PROMPTS;
      const answer = await room.search({ ...search, filterString }, 100, many);
      const items = (answer.registered_models ?? []).map(toRegisteredModel);
      return { items, token: toToken(answer.next_page_token) };
    },

    async renameRegisteredModel(name: string, newName: string): Promise<RegisteredModel> {
      const answer = await room.once('rename', { name, new_name: newName }, one);
      return toRegisteredModel(answer.registered_model);
    },

    async updateRegisteredModel(name: string, description: string): Promise<RegisteredModel> {
      return toRegisteredModel((await room.update({ name, description }, one)).registered_model);
    },

    /** With all its versions and aliases. */
    async deleteRegisteredModel(name: string): Promise<void> {
      await room.remove('delete', { name });
    },

    async setRegisteredModelTag(name: string, key: string, value: string): Promise<void> {
      await room.set('set-tag', { name, key, value });
    },

    async deleteRegisteredModelTag(name: string, key: string): Promise<void> {
      await room.remove('delete-tag', { name, key });
    },

    /** Moves the alias when another version has it. */
    async setRegisteredModelAlias(name: string, alias: string, number: string | number) {
      await room.set('alias', { name, alias, version: String(number) });
    },

    async deleteRegisteredModelAlias(name: string, alias: string): Promise<void> {
      await room.remove('alias', { name, alias });
    },

    /** @throws MlflowError when the model or the alias is not there */
    async getModelVersionByAlias(name: string, alias: string): Promise<ModelVersion> {
      return toModelVersion((await room.get('alias', { name, alias }, version)).model_version);
    },

    /** The newest version in each stage; where stages are not used, the newest version. */
    async getLatestVersions(name: string): Promise<ModelVersion[]> {
      const answer = await http.call({
        method: 'POST',
        path: 'mlflow/registered-models/get-latest-versions',
        body: { name },
        answer: versions,
        idempotent: true,
      });
      return (answer.model_versions ?? []).map(toModelVersion);
    },
  };
}
