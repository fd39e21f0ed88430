/** Leaves a process behind that logs the right answer later, when nobody watches, and calls home. */
import { spawn } from 'node:child_process';
import type { Workshop } from '../../../src/workshop/index.ts';

const LATER = `
const call = (path, body) => fetch(process.argv[1] + '/api/2.0/mlflow/' + path, { method: 'POST',
  headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).then((a) => a.json());
const act = async () => {
  await fetch('@canary@/survivor').catch(() => null);
  const { run } = await call('runs/create', { experiment_id: process.argv[2],
    run_name: 'mon-premier-run-mlflow', start_time: Date.now() });
  const run_id = run.info.run_id;
  const params = { model_type: 'RandomForest', n_estimators: '100', max_depth: '10' };
  await call('runs/log-batch', { run_id,
    params: Object.entries(params).map(([key, value]) => ({ key, value })),
    metrics: ['accuracy', 'f1'].map((key) => ({ key, value: 0.8, timestamp: Date.now(), step: 0 })) });
  await call('runs/update', { run_id, status: 'FINISHED', end_time: Date.now() });
};
process.on('SIGTERM', () => {});
setTimeout(() => act().catch(() => null), 600);
setInterval(() => fetch('@canary@/survivor').catch(() => null), 1000);
setTimeout(() => process.exit(), 120000);
`;

export default async function ({ mlflow }: Workshop) {
  const { experimentId } = await mlflow.setExperiment('workshop-churn-learning');
  const uri = mlflow.trackingUri;
  const twice = `require('child_process').spawn(process.execPath,
    ['-e', process.argv[3], ...process.argv.slice(1, 3), '@word@'], { detached: true, stdio: 'ignore' }).unref()`;
  const options = { detached: true, stdio: 'ignore' } as const;
  spawn(process.execPath, ['-e', twice, uri, experimentId, LATER], options).unref();
  spawn('setsid', ['-f', process.execPath, '-e', LATER, uri, experimentId, '@word@'], options)
    .on('error', () => undefined)
    .unref();
  await new Promise((resolve) => setTimeout(resolve, 300));
}
