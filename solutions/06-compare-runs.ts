/** 2.4 — Les cinq meilleurs runs / The five best runs. */
import type { Workshop } from '../src/workshop/index.ts';

export default async function ({ mlflow }: Workshop) {
  const runs = await mlflow.searchRuns({
    experimentNames: ['workshop-churn-learning'],
    orderBy: ['metrics.accuracy DESC'],
    maxResults: 5,
  });

  for (const { info, data } of runs) {
    console.log(`${info.runName}: accuracy=${data.metrics.accuracy?.toFixed(4)}`);
  }
  return runs;
}
