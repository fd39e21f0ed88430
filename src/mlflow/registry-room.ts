import type { Http } from './http.ts';
import { nothing, type Shape } from './shape.ts';

export interface RegistrySearch {
  readonly filterString?: string;
  readonly maxResults?: number;
  readonly orderBy?: readonly string[];
  readonly pageToken?: string | null;
}

/** The requests that registered models and their versions have in common, below `mlflow/<name>/`. */
export function registryRoom(http: Http, name: 'registered-models' | 'model-versions') {
  const at = (rest: string) => `mlflow/${name}/${rest}`;
  return {
    async get<T>(rest: string, query: Record<string, string>, answer: Shape<T>): Promise<T> {
      return await http.call({ method: 'GET', path: at(rest), query, answer, idempotent: true });
    },

    /** Creates or renames: sent twice, it fails or does it twice. */
    async once<T>(rest: string, body: object, answer: Shape<T>): Promise<T> {
      return await http.call({ method: 'POST', path: at(rest), body, answer, idempotent: false });
    },

    async update<T>(body: object, answer: Shape<T>): Promise<T> {
      const path = at('update');
      return await http.call({ method: 'PATCH', path, body, answer, idempotent: true });
    },

    /** Sets a tag or an alias. */
    async set(rest: string, body: object): Promise<void> {
      const path = at(rest);
      await http.call({ method: 'POST', path, body, answer: nothing, idempotent: true });
    },

    async remove(rest: string, body: object): Promise<void> {
      const path = at(rest);
      await http.call({ method: 'DELETE', path, body, answer: nothing, idempotent: false });
    },

    /** One page, as the server writes it. */
    async search<T>(
      { filterString, maxResults, orderBy, pageToken }: RegistrySearch,
      pageSize: number,
      answer: Shape<T>,
    ): Promise<T> {
      const query = {
        filter: filterString,
        max_results: maxResults ?? pageSize,
        order_by: orderBy,
        page_token: pageToken ?? undefined,
      };
      const path = at('search');
      return await http.call({ method: 'GET', path, query, answer, idempotent: true });
    },
  };
}
