import axios from 'axios';
import type { Serving } from '../workshop/index.ts';

/** Asks the harness behind the gateway to start the real `mlflow models serve`. */
export function createServing(gatewayUri: string): Serving {
  return {
    async serve(modelUri) {
      const answer = await axios.post<{ path?: string; message?: string }>(
        `${gatewayUri}/workshop/serving`,
        { model_uri: modelUri },
        { validateStatus: () => true },
      );
      const { path, message } = answer.data;
      if (path === undefined)
        throw new Error(message ?? `the model server did not start (${answer.status})`);
      const url = `${gatewayUri}${path}`;
      return {
        url,
        stop: async () => {
          await axios.delete(url);
        },
      };
    },
  };
}
