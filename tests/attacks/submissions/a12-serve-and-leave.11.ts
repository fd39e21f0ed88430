/** Asks for model servers and leaves before they are there, so that nobody stops them. */
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow }: Workshop) {
  for (let i = 0; i < 3; i++) {
    void fetch(`${mlflow.trackingUri}/workshop/serving`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model_uri: 'models:/churn-predictor/latest' }),
    }).catch(() => null);
  }
  await new Promise((resolve) => setTimeout(resolve, 3000));
  process.exit(0);
}
