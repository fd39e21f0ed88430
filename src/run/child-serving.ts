import axios from 'axios';
import { KitError, type Serving } from '../workshop/index.ts';

/**
 * Asks the harness behind the gateway to start the real `mlflow models serve`.
 *
 * @param headers of each request for one
 */
export function createServing(gatewayUri: string, headers: () => Record<string, string>): Serving {
  return {
    async serve(modelUri) {
      const { data, status } = await axios.post<unknown>(
        `${gatewayUri}/workshop/serving`,
        { model_uri: modelUri },
        { headers: headers(), validateStatus: () => true },
      );
      // Loaded only now: few submissions serve a model, and each waits for what the child loads.
      const { toServingAnswer } = await import('./serving-answer.ts');
      const answer = toServingAnswer(data, status);
      if (!('path' in answer)) {
        const values = { uri: modelUri, said: answer.message };
        throw new KitError('NOT_SERVED', answer.message, values);
      }
      const url = `${gatewayUri}${answer.path}`;
      return {
        url,
        stop: async () => {
          await axios.delete(url);
        },
      };
    },
  };
}
