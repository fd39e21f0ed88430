/** 4.3 — Le modèle comme API REST / The model as a REST API. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ data, serving }: Workshop) {
  const server = await serving.serve('models:/churn-predictor/latest');
  try {
    const response = await fetch(`${server.url}/invocations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dataframe_split: data.toSplit(data.XTest.slice(0, 3)) }),
    });
    return await response.json();
  } finally {
    // Un serveur oublié garde son port et sa mémoire / A forgotten server keeps its port and memory
    await server.stop();
  }
}
