import type { Http } from './http.ts';
import type { RegistrySearch } from './registered-models.ts';
import { list, nothing, object, text } from './shape.ts';
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
  return {
    /** `mlflow.registerModel` also finds the source and waits for READY. */
    async createModelVersion(version: NewModelVersion): Promise<ModelVersion> {
      const answer = await http.call({
        method: 'POST',
        path: at('create'),
        body: {
          name: version.name,
          source: version.source,
          run_id: version.runId,
          model_id: version.modelId,
          description: version.description,
          ...(version.tags === undefined ? {} : { tags: toPairs(version.tags) }),
        },
        answer: one,
        idempotent: false,
      });
      return toModelVersion(answer.model_version);
    },

    /** @throws MlflowError RESOURCE_DOES_NOT_EXIST */
    async getModelVersion(name: string, version: string | number): Promise<ModelVersion> {
      const path = at('get');
      const query = { name, version: String(version) };
      const answer = await http.call({ method: 'GET', path, query, answer: one, idempotent: true });
      return toModelVersion(answer.model_version);
    },

    /** One page, newest first. */
    async searchModelVersions(search: RegistrySearch = {}): Promise<Page<ModelVersion>> {
      const answer = await http.call({
        method: 'GET',
        path: at('search'),
        query: {
          filter: search.filterString,
          max_results: search.maxResults ?? 10_000,
          order_by: search.orderBy,
          page_token: search.pageToken ?? undefined,
        },
        answer: many,
        idempotent: true,
      });
      const items = (answer.model_versions ?? []).map(toModelVersion);
      return { items, token: toToken(answer.next_page_token) };
    },

    async updateModelVersion(name: string, version: string | number, description: string) {
      const body = { name, version: String(version), description };
      const path = at('update');
      const answer = await http.call({
        method: 'PATCH',
        path,
        body,
        answer: one,
        idempotent: true,
      });
      return toModelVersion(answer.model_version);
    },

    async setModelVersionTag(name: string, version: string | number, key: string, value: string) {
      const body = { name, version: String(version), key, value };
      const path = at('set-tag');
      await http.call({ method: 'POST', path, body, answer: nothing, idempotent: true });
    },

    async deleteModelVersionTag(name: string, version: string | number, key: string) {
      const body = { name, version: String(version), key };
      const path = at('delete-tag');
      await http.call({ method: 'DELETE', path, body, answer: nothing, idempotent: false });
    },

    async deleteModelVersion(name: string, version: string | number): Promise<void> {
      const body = { name, version: String(version) };
      const path = at('delete');
      await http.call({ method: 'DELETE', path, body, answer: nothing, idempotent: false });
    },

    /** Address of the folder with its files. */
    async getModelVersionDownloadUri(name: string, version: string | number): Promise<string> {
      const answer = await http.call({
        method: 'GET',
        path: at('get-download-uri'),
        query: { name, version: String(version) },
        answer: object({ artifact_uri: text }),
        idempotent: true,
      });
      return answer.artifact_uri;
    },
  };
}

function at(rest: string): string {
  return `mlflow/model-versions/${rest}`;
}
