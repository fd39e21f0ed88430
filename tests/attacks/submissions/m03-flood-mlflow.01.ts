/** Makes as many runs, experiments, versions and files as it may, around an honest run. */
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: 'mon-premier-run-mlflow' }, async () => {
    await mlflow.logParams({ model_type: 'RandomForest', n_estimators: 100, max_depth: 10 });
    await mlflow.logMetrics({ accuracy: 0.8, f1: 0.5 });
    const objects = `[${'{},'.repeat(340_000)}{}]`;
    for (let i = 0; i < 40; i++) await mlflow.logText(objects, `objects-${i}.json`);
  });
  const names = Array.from({ length: 400 }, (_, i) => `flood-${i}`);
  for (let at = 0; at < names.length; at += 8) {
    await Promise.allSettled(
      names.slice(at, at + 8).map(async (runName) => {
        const run = await mlflow.client.createRun('1', { runName });
        await mlflow.client.setTag(run.info.runId, 'k', 'x'.repeat(4000));
      }),
    );
  }
}
