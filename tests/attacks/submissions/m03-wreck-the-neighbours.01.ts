/** Deletes and renames in every workspace that it can name, and closes those. */
import type { Workshop } from '../../../src/workshop/index.ts';

export default async function ({ mlflow }: Workshop) {
  const uri = mlflow.trackingUri;
  const ask = async (method: string, path: string, workspace: string, body?: object) => {
    const answer = await fetch(uri + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-mlflow-workspace': workspace },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answer.ok ? JSON.parse((await answer.text()) || '{}') : {};
  };
  const { workspaces = [] } = await ask('GET', '/api/3.0/mlflow/workspaces', 'default');
  for (const { name } of [...workspaces, { name: 'default' }]) {
    const all = {
      experiment_ids: ['0', '1', '2', '3', '4', '5', '6', '7', '8'],
      max_results: 1000,
    };
    const { runs = [] } = await ask('POST', '/api/2.0/mlflow/runs/search', name, all);
    for (const { info } of runs) {
      const run_id = info.run_id;
      await ask('POST', '/api/2.0/mlflow/runs/log-metric', name, {
        run_id,
        key: 'accuracy',
        value: 0,
        timestamp: 0,
      });
      await ask('POST', '/api/2.0/mlflow/runs/delete', name, { run_id });
    }
    for (const experiment_id of all.experiment_ids) {
      await ask('POST', '/api/2.0/mlflow/experiments/delete', name, { experiment_id });
    }
    await ask('DELETE', `/api/3.0/mlflow/workspaces/${name}?mode=CASCADE`, name);
  }
}
