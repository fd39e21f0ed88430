import type { Http } from './http.ts';

export type ServerCalls = ReturnType<typeof serverCalls>;

export function serverCalls(http: Http) {
  let version: string | undefined;
  return {
    /** For example `3.17.2`; asked for once. */
    async serverVersion(): Promise<string> {
      return (version ??= (await http.get('/version')).toString('utf8').trim());
    },

    /** Resolves when the server answers that it is well. @throws MlflowUnreachableError */
    async health(): Promise<void> {
      await http.get('/health');
    },
  };
}
