/** Registers folders of the server, of a neighbour and of the grader as models, and loads them. */
import type { Workshop } from '../../../src/workshop/index.ts';

const SOURCES = [
  'file:///etc',
  'file://@project@/solutions',
  '@project@/solutions',
  'mlflow-artifacts:/workspaces/default',
  'mlflow-artifacts:/./workspaces/a00-alice',
  'mlflow-artifacts:/../../../../etc',
  'mlflow-artifacts://127.0.0.1:1/x',
  'http://127.0.0.1:1/api/2.0/mlflow-artifacts/artifacts/x',
  's3://bucket/model',
];

export default async function ({ mlflow, data }: Workshop) {
  const call = async (path: string, body: object) => {
    const answer = await fetch(`${mlflow.trackingUri}/api/2.0/mlflow/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.status;
  };
  await call('registered-models/create', { name: 'churn-predictor' });
  for (const source of SOURCES) {
    await call('model-versions/create', { name: 'churn-predictor', source });
    await call('experiments/create', { name: `at ${source}`, artifact_location: source });
  }
  for (const { name, version } of await mlflow.searchModelVersions()) {
    for (const file of ['passwd', '10-model-registry.ts', 'MLmodel']) {
      const uri = await mlflow.client.getModelVersionDownloadUri(name, version);
      console.log(uri, file);
    }
    return { latest: data.yTest.slice(0, 5), byNumber: data.yTest.slice(0, 5) };
  }
  throw new Error('nothing could be registered');
}
