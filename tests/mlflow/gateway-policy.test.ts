import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startGateway, type Gateway } from '../../src/gateway/gateway.ts';
import { createMlflow } from '../../src/mlflow/index.ts';
import { createWorkspace } from '../../src/server/workspaces.ts';
import { freshName } from './client-python.ts';
import { runPython } from './kit-python.ts';
import { rawGet } from './raw-http.ts';

/** What MLflow itself lets a submission do beyond its own workspace, and that the gateway does not. */

const trackingUri = inject('trackingUri');
const ARTIFACTS = '/api/2.0/mlflow-artifacts/artifacts';
const [mine, theirs] = [freshName('mine'), freshName('theirs')];
let gateway: Gateway;
/** What another submission has: its experiment, run, logged model and a file with a secret. */
let their: { experimentId: string; runId: string; modelId: string; file: string };

beforeAll(async () => {
  for (const name of [mine, theirs]) await createWorkspace({ uri: trackingUri }, name);
  gateway = await startGateway({ target: trackingUri, workspace: mine });
  const { body: created } = await post(trackingUri, 'experiments/create', { name: 'e' }, theirs);
  const experimentId = String(created['experiment_id']);
  const mlflow = createMlflow({ trackingUri, workspace: theirs });
  await mlflow.setExperiment('e');
  const runId = await mlflow.startRun({ runName: 'theirs' }, async (run) => {
    await mlflow.logMetric('accuracy', 0.99);
    await mlflow.logText('SECRET', 'secret.txt');
    return run.info.runId;
  });
  const model = await post(
    trackingUri,
    'logged-models',
    { experiment_id: experimentId, name: 'model', source_run_id: runId },
    theirs,
  );
  const modelId = modelIdOf(model.body);
  await post(trackingUri, 'registered-models/create', { name: 'churn' }, theirs);
  const version = { name: 'churn', source: `models:/${modelId}`, model_id: modelId };
  await post(trackingUri, 'model-versions/create', version, theirs);
  const file = `workspaces/${theirs}/${experimentId}/${runId}/artifacts/secret.txt`;
  their = { experimentId, runId, modelId, file };
});
afterAll(async () => await gateway[Symbol.asyncDispose]());

const modelIdOf = (answer: object) =>
  /"model_id":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? '';

async function post(uri: string, path: string, body: unknown, workspace = '') {
  const answer = await fetch(`${uri}/api/2.0/mlflow/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mlflow-workspace': workspace },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const json: Record<string, unknown> = JSON.parse(await answer.text());
  return { status: answer.status, body: json };
}

async function get(uri: string, path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(uri + path, { headers });
  return { status: answer.status, text: await answer.text() };
}

test.for(['s3://bucket/key', 'gs://bucket/key', 'dbfs:/key', 'databricks:/key'])(
  'MLflow takes a model version from %s, the gateway does not',
  async (source) => {
    const name = freshName('outside');
    const outside = { name, source };
    await post(trackingUri, 'registered-models/create', { name }, mine);
    expect((await post(trackingUri, 'model-versions/create', outside, mine)).status).toBe(200);
    const refused = await post(gateway.uri, 'model-versions/create', outside);
    expect(refused).toMatchObject({
      status: 403,
      body: { error_code: 'PERMISSION_DENIED', refused: 'model-source' },
    });
    expect(gateway.requests.at(-1)).toMatchObject({
      status: 403,
      path: '/api/2.0/mlflow/model-versions/create',
      answer: { refused: 'model-source' },
    });
  },
);

test('a place that is spelled in another way is seen all the same', async () => {
  const send = async (path: string, body: string) => (await post(gateway.uri, path, body)).status;
  const twice = JSON.stringify(JSON.stringify({ name: 'churn', source: 's3://b/k' }));
  expect(await send('model-versions/create', twice)).toBe(400);
  const hidden = '{"name":"churn","source":"runs:/a/b","sou\\u0072ce":"s3://b/k"}';
  expect(await send('model-versions/create', hidden)).toBe(403);
  const camel = JSON.stringify({ name: freshName('e'), artifactLocation: '/etc' });
  expect(await send('experiments/create', camel)).toBe(403);
});

test('files of another workspace cannot be read, whatever the path', async () => {
  // From the workspace of a server without submissions, MLflow itself lets one out.
  const sideways = `${ARTIFACTS}/./${their.file}`;
  expect(await rawGet(trackingUri, sideways)).toContain('SECRET');
  await using plain = await startGateway({ target: trackingUri });
  for (const { uri } of [plain, gateway]) {
    for (const path of [
      sideways,
      `${ARTIFACTS}/%2e/${their.file}`,
      `${ARTIFACTS}/${their.file}`,
      `${ARTIFACTS}/${encodeURIComponent(their.file)}`,
      `${ARTIFACTS}/${encodeURIComponent(encodeURIComponent(`../${theirs}/x`))}`,
      `${ARTIFACTS}/x/../../${theirs}/x`,
      `${ARTIFACTS}/x/..%2f..%2f${theirs}/x`,
      `${ARTIFACTS}?path=./workspaces/${theirs}`,
      `${ARTIFACTS}?path=workspaces/${theirs}`,
    ]) {
      const answer = await rawGet(uri, path, [`X-MLFLOW-WORKSPACE: ${theirs}`]);
      expect([path, answer]).toEqual([path, expect.stringMatching(/^HTTP\/1.1 403 /)]);
      expect(answer).toContain('"refused":"artifact-path"');
    }
    const put = await fetch(`${uri}${ARTIFACTS}/${their.file}`, { method: 'PUT', body: 'mine' });
    expect(put.status).toBe(403);
  }
  expect(await rawGet(trackingUri, sideways)).toContain('SECRET');
});

test('a run, an experiment, a model and a version of another workspace are not found', async () => {
  const { experimentId, runId, modelId } = their;
  const found = async (path: string) => (await get(gateway.uri, `/api/2.0/mlflow/${path}`)).status;
  expect(await found(`runs/get?run_id=${runId}`)).toBe(404);
  expect(await found(`experiments/get?experiment_id=${experimentId}`)).toBe(404);
  expect(await found(`logged-models/${modelId}`)).toBe(404);
  expect(await found(`artifacts/list?run_id=${runId}`)).toBe(404);
  expect(await found('model-versions/get-download-uri?name=churn&version=1')).toBe(404);
  for (const [path, body] of [
    ['runs/log-metric', { run_id: runId, key: 'accuracy', value: 0, timestamp: 0 }],
    ['runs/delete', { run_id: runId }],
    ['experiments/delete', { experiment_id: experimentId }],
    ['runs/create', { experiment_id: experimentId }],
    ['logged-models', { experiment_id: experimentId, name: 'm' }],
  ] as const) {
    expect([path, (await post(gateway.uri, path, body)).status]).toEqual([path, 404]);
  }
  const search = await post(gateway.uri, 'runs/search', {
    experiment_ids: [experimentId],
    filter: "attributes.run_name = 'theirs' and metrics.accuracy > 0",
  });
  expect(search.body['runs'] ?? []).toEqual([]);
});

test('a version of another workspace cannot be copied, nor its run or model be a source', async () => {
  const name = freshName('copied');
  await post(gateway.uri, 'registered-models/create', { name });
  const { runId, modelId, file } = their;
  const experiment = await post(gateway.uri, 'experiments/create', { name });
  const model = { experiment_id: experiment.body['experiment_id'], name: 'model' };
  const made = await post(gateway.uri, 'logged-models', model);
  const own = modelIdOf(made.body);
  for (const body of [
    { source: 'models:/churn/1' },
    { source: `models:/${modelId}`, model_id: modelId },
    { source: `runs:/${runId}/model` },
    { source: `runs:/${runId}/model`, run_id: runId, run_link: `${trackingUri}/#/runs/${runId}` },
    { source: `mlflow-artifacts:/${file}`, run_id: runId },
    { source: `models:/${own}`, model_id: own, run_id: runId },
  ]) {
    const { status } = await post(gateway.uri, 'model-versions/create', { name, ...body });
    expect([body.source, status]).toEqual([body.source, expect.toBeOneOf([400, 403, 404, 500])]);
  }
  const { text } = await get(gateway.uri, `/api/2.0/mlflow/registered-models/get?name=${name}`);
  expect(text).not.toContain('latest_versions');
});

test.for([
  ['POST', '/api/3.0/mlflow/workspaces', { name: 'made-by-a-submission' }],
  ['GET', '/api/3.0/mlflow/workspaces', undefined],
  ['DELETE', `/api/3.0/mlflow/workspaces/${theirs}?mode=CASCADE`, undefined],
  ['POST', '/api/2.0/mlflow/webhooks', { name: 'w', url: 'http://127.0.0.1:9' }],
  ['POST', '/graphql', { query: '{ __schema { types { name } } }' }],
  ['GET', '/get-artifact?run_id=a&path=b', undefined],
] as const)('%s %s does not reach MLflow', async ([method, path, body]) => {
  const answer = await fetch(gateway.uri + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({
    error_code: 'PERMISSION_DENIED',
    refused: 'not-offered',
  });
  const { text } = await get(trackingUri, '/api/3.0/mlflow/workspaces');
  expect(text).toContain(theirs);
  expect(text).not.toContain('made-by-a-submission');
});

test('a GET with a body, from which MLflow would read a path, is refused', async () => {
  const { request } = await import('node:http');
  const body = JSON.stringify({ path: `./workspaces/${theirs}` });
  const status = await new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    request(gateway.uri + ARTIFACTS, { method: 'GET', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end(body);
  });
  expect(status).toBe(400);
});

test('odd but honest values pass: names in any script, NaN and infinities, long tags', async () => {
  const mlflow = createMlflow({ trackingUri: gateway.uri });
  await mlflow.setExperiment('expérience 実験 🎓');
  const runId = await mlflow.startRun({ runName: 'modèle 模型 ' }, async (run) => {
    await mlflow.logMetrics({ nan: NaN, up: Infinity, down: -Infinity });
    await mlflow.setTag('long', 'é'.repeat(4000));
    await mlflow.logText('texte', 'dossier à moi/100% sûr.txt');
    return run.info.runId;
  });
  const { data } = await mlflow.getRun(runId);
  expect(data.metrics['nan']).toBeNaN();
  expect(data.tags['long']).toHaveLength(4000);
  expect(await mlflow.client.listArtifacts(runId, 'dossier à moi')).toMatchObject([
    { path: 'dossier à moi/100% sûr.txt' },
  ]);
});

test('a million metrics in one batch, or a tag of 9 MB, are too much for one request', async () => {
  const run = await post(gateway.uri, 'runs/create', { experiment_id: '0' });
  expect([200, 404]).toContain(run.status);
  const metrics = Array.from({ length: 1_000_000 }, (_, step) => ({ key: 'm', value: 1, step }));
  const batch = await post(gateway.uri, 'runs/log-batch', { run_id: 'a', metrics });
  expect(batch).toMatchObject({
    status: 413,
    body: { message: 'One request may hold at most 8 MB', refused: 'body-size' },
  });
  const tag = { run_id: 'a', key: 'k', value: 'x'.repeat(9 * 1024 * 1024) };
  expect((await post(gateway.uri, 'runs/set-tag', tag)).status).toBe(413);
});

test("what an eager student does with Python's client is let through, and kept", async () => {
  const workspace = freshName('honest');
  await createWorkspace({ uri: trackingUri }, workspace);
  await using honest = await startGateway({ target: trackingUri, workspace });
  await runPython(inject('pythonScience'), 'gateway_honest.py', [honest.uri]);
  expect(honest.requests.length).toBeGreaterThan(100);
  expect(honest.dropped).toBe(0);
  const unhappy = honest.requests.filter(({ status }) => status >= 400 && status !== 404);
  expect(unhappy).toEqual([]);
});
