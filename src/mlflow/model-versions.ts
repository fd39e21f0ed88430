import type { Http } from './http.ts';
import { registryRoom, type RegistrySearch } from './registry-room.ts';
import { list, object, text } from './shape.ts';
import type { ModelVersion, Page, Tags } from './types.ts';
import { toPairs, toToken } from './wire-fields.ts';
import { modelVersionJson, toModelVersion } from './wire-model.ts';

const one = object({ model_version: modelVersionJson });
const many = object({}, { model_versions: list(modelVersionJson), next_page_token: text });

export interface NewModelVersion {
  readonly name: string;
  /** `models:/m-…` or the address of a folder with an MLmodel file. */
  readonly source: string;
  readonly runId?: string;
  readonly modelId?: string;
  readonly description?: string;
  readonly tags?: Tags;
}

export type ModelVersionCalls = ReturnType<typeof modelVersionCalls>;

export function modelVersionCalls(http: Http) {
  const room = registryRoom(http, 'model-versions');
  return {
    /** `mlflow.registerModel` also finds the source and waits for READY. */
    async createModelVersion(version: NewModelVersion): Promise<ModelVersion> {
      const body = {
        name: version.name,
        source: version.source,
        run_id: version.runId,
        model_id: version.modelId,
        description: version.description,
        ...(version.tags === undefined ? {} : { tags: toPairs(version.tags) }),
      };
      return toModelVersion((await room.once('create', body, one)).model_version);
    },

    /** @throws MlflowError RESOURCE_DOES_NOT_EXIST */
    async getModelVersion(name: string, version: string | number): Promise<ModelVersion> {
      const answer = await room.get('get', { name, version: String(version) }, one);
      return toModelVersion(answer.model_version);
    },

    /** One page, newest first. */
    async searchModelVersions(search: RegistrySearch = {}): Promise<Page<ModelVersion>> {
      const answer = await room.search(search, 10_000, many);
      const items = (answer.model_versions ?? []).map(toModelVersion);
      return { items, token: toToken(answer.next_page_token) };
    },

    async updateModelVersion(name: string, version: string | number, description: string) {
      const answer = await room.update({ name, version: String(version), description }, one);
      return toModelVersion(answer.model_version);
    },

    async setModelVersionTag(name: string, version: string | number, key: string, value: string) {
      await room.set('set-tag', { name, version: String(version), key, value });
    },

    async deleteModelVersionTag(name: string, version: string | number, key: string) {
      await room.remove('delete-tag', { name, version: String(version), key });
    },

    async deleteModelVersion(name: string, version: string | number): Promise<void> {
      await room.remove('delete', { name, version: String(version) });
    },

    /** Address of the folder with its files. */
    async getModelVersionDownloadUri(name: string, version: string | number): Promise<string> {
      const query = { name, version: String(version) };
      return (await room.get('get-download-uri', query, object({ artifact_uri: text })))
        .artifact_uri;
    },
  };
}
