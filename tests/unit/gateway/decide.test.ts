import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { decide } from '../../../src/gateway/policy/decide.ts';

const ARTIFACTS = '/api/2.0/mlflow-artifacts/artifacts';
const MODEL = '/api/2.0/mlflow/logged-models/m-a9019cebc4164a369d5523c67f1da34e';

/** `pass`, `answer`, or why it is refused. */
function ask(
  method: string,
  target: string,
  { headers = {}, workspace }: { headers?: IncomingHttpHeaders; workspace?: string } = {},
): string {
  const decision = decide({ method, target, headers }, workspace);
  return decision.kind === 'refuse' ? decision.refusal.reason : decision.kind;
}

test.for([
  ['GET', '/health'],
  ['GET', '/version'],
  ['GET', '/'],
  ['GET', '/api/2.0/mlflow/experiments/get-by-name?experiment_name=workshop-churn-learning'],
  ['POST', '/api/2.0/mlflow/experiments/create'],
  ['POST', '/api/2.0/mlflow/runs/log-batch'],
  ['POST', '/api/2.0/mlflow/runs/search'],
  ['GET', '/api/2.0/mlflow/runs/get?run_uuid=a&run_id=a'],
  ['POST', '/api/2.0/mlflow/logged-models'],
  ['GET', MODEL],
  ['PATCH', MODEL],
  ['PATCH', `${MODEL}/tags`],
  ['DELETE', `${MODEL}/tags/a%20key`],
  ['DELETE', '/api/2.0/mlflow/registered-models/alias'],
  ['GET', '/api/2.0/mlflow/artifacts/list?run_id=a&path=workspaces/of-mine'],
  ['GET', `${ARTIFACTS}?path=1/a/artifacts`],
  ['GET', `${ARTIFACTS}?path=`],
  ['PUT', `${ARTIFACTS}/1/a/artifacts/matrice_confusion.png`],
  ['PUT', `${ARTIFACTS}/1/a/artifacts/r%C3%A9sum%C3%A9%20100%25.txt`],
  ['PUT', `${ARTIFACTS}/1/a/artifacts/%E6%A8%A1%E5%9E%8B.onnx`],
  ['GET', `${ARTIFACTS}/1/a/artifacts/..hidden/...`],
] as const)('%s %s passes', ([method, target]) => {
  expect(ask(method, target)).toBe('pass');
});

test.for([
  ['GET', '/api/3.0/mlflow/workspaces'],
  ['POST', '/api/3.0/mlflow/workspaces'],
  ['DELETE', '/api/3.0/mlflow/workspaces/other?mode=CASCADE'],
  ['PATCH', '/api/3.0/mlflow/workspaces/mine'],
  ['GET', '/api/2.0/mlflow/users/get?username=admin'],
  ['POST', '/api/2.0/mlflow/experiments/permissions/create'],
  ['POST', '/api/2.0/mlflow/webhooks'],
  ['POST', '/api/3.0/mlflow/gateway/secrets/create'],
  ['GET', '/api/3.0/mlflow/gateway/secrets/list'],
  ['POST', '/gateway/anything/mlflow/invocations'],
  ['POST', '/ajax-api/2.0/mlflow/gateway-proxy'],
  ['POST', '/ajax-api/3.0/jobs/'],
  ['POST', '/api/3.0/mlflow/prompt-optimization/jobs'],
  ['POST', '/api/3.0/mlflow/scorers/register'],
  ['POST', '/api/3.0/mlflow/datasets/create'],
  ['POST', '/api/3.0/mlflow/traces'],
  ['PATCH', '/api/2.0/mlflow/traces/tr-1/tags'],
  ['POST', '/v1/traces'],
  ['POST', '/ajax-api/3.0/mlflow/assistant/message'],
  ['POST', '/graphql'],
  ['GET', '/get-artifact?run_id=a&path=model'],
  ['GET', '/model-versions/get-artifact?name=a&version=1&path=etc/passwd'],
  ['POST', '/ajax-api/2.0/mlflow/upload-artifact?run_uuid=a&path=b'],
  ['PUT', '/ajax-api/2.0/mlflow-artifacts/artifacts/1/a/artifacts/b'],
  ['GET', '/ajax-api/2.0/mlflow/runs/get?run_id=a'],
  ['DELETE', `${ARTIFACTS}/1/a/artifacts/model`],
  ['GET', '/api/2.0mlflow/experiments/search-datasets'],
  ['GET', '/metrics'],
  ['GET', '/docs'],
  ['GET', '/openapi.json'],
  ['GET', '/api/2.0/mlflow/runs/search'],
  ['TRACE', '/health'],
  ['OPTIONS', '/api/2.0/mlflow/runs/create'],
  ['get', '/health'],
  ['POST', '/api/2.0/mlflow/runs/create/'],
  ['POST', '/api/2.0//mlflow/runs/create'],
  ['POST', '/api/2.0/mlflow/runs/%63reate'],
  ['POST', '/api/2.0/mlflow/../../3.0/mlflow/workspaces'],
  ['GET', '/health/../api/3.0/mlflow/workspaces'],
  ['GET', '/API/2.0/mlflow/runs/get'],
  ['GET', '//127.0.0.1/health'],
  ['GET', '/health;x'],
  ['GET', '/api/2.0/mlflow/logged-models/*/../x'],
] as const)('%s %s is not offered', ([method, target]) => {
  expect(ask(method, target)).toBe('not-offered');
});

test.for([
  '..',
  '../other',
  '1/../../other',
  '1/a/artifacts/..',
  '.%2e/other',
  '%2e%2e/other',
  '%2E%2E%2Fother',
  '%252e%252e/other',
  '%25252e%25252e%25252fother',
  '..%5cother',
  '..\\other',
  'a%00b',
  'a%250ab',
  './workspaces/other/1',
  '%2e/workspaces/other/1',
  'workspaces/other/1/a/artifacts/b',
  'workspaces%2fother%2f1',
  'workspaces',
  'workspaces/',
  '/workspaces/other',
  '1//a',
  '%2fetc%2fpasswd',
  'file:///etc/passwd',
  'file%3Aworkspaces/other',
  'c:/windows',
  '%25zz/%252e%252e/other',
  '.%252fworkspaces/other/%25zz',
  `%${'25'.repeat(20)}2e`,
])('the artifact path %s is refused, in the path and in the query', (path) => {
  const workspace = 'mine';
  for (const method of ['GET', 'PUT']) {
    expect(ask(method, `${ARTIFACTS}/${path}`, { workspace })).toBe('artifact-path');
  }
  expect(ask('GET', `${ARTIFACTS}?path=${path}`, { workspace })).toBe('artifact-path');
  expect(ask('GET', `${ARTIFACTS}?path=1&path=${path}`, { workspace })).toBe('artifact-path');
});

test('a path may name the own workspace, and no other', () => {
  const own = `${ARTIFACTS}/workspaces/mine/1/a/artifacts/b`;
  expect(ask('GET', own, { workspace: 'mine' })).toBe('pass');
  expect(ask('GET', own, { workspace: 'min' })).toBe('artifact-path');
  expect(ask('GET', own, {})).toBe('artifact-path');
  expect(ask('GET', `${ARTIFACTS}/workspaces/default/1/a`, {})).toBe('pass');
});

test.for([
  '/api/2.0/mlflow/artifacts/list?run_id=a&path=..%2F..',
  '/api/2.0/mlflow/artifacts/list?path=%252e%252e&run_id=a',
  `${MODEL}/artifacts/directories?artifact_directory_path=a/../../b`,
  '/api/2.0/mlflow/artifacts/list?run_id=a&path=file:/etc',
])('%s leads out of its run or model', (target) => {
  expect(ask('GET', target)).toBe('artifact-path');
});

test.for([
  ['http://elsewhere/health', {}],
  ['elsewhere:80', {}],
  ['*', {}],
  ['', {}],
  ['/health#a', {}],
  ['/health', { upgrade: 'websocket' }],
  ['/health', { 'transfer-encoding': 'chunked' }],
  ['/health', { 'content-length': '5' }],
  ['/health', { 'content-length': '0', 'content-encoding': 'gzip' }],
] as const)('GET %s with %o is malformed', ([target, headers]) => {
  expect(ask('GET', target, { headers })).toBe('malformed');
});

test.for([
  ['POST', '/api/2.0/mlflow-artifacts/mpu/create/1/a/artifacts'],
  ['GET', '/api/2.0/mlflow-artifacts/presigned/1/a/artifacts/b'],
  ['POST', '/api/2.0/mlflow/artifacts/presigned-upload-url'],
] as const)(
  '%s %s is answered so that clients fall back to plain transfers',
  ([method, target]) => {
    expect(decide({ method, target, headers: {} }, undefined)).toMatchObject({
      kind: 'refuse',
      refusal: {
        status: 501,
        code: 'NOT_IMPLEMENTED',
        message: expect.stringMatching(/^Multipart upload is not supported for the current/),
      },
    });
  },
);

test('clients learn nothing of the server behind', () => {
  const target = '/api/3.0/mlflow/server-info';
  expect(decide({ method: 'GET', target, headers: {} }, 'mine')).toEqual({
    kind: 'answer',
    body: {
      store_type: 'SqlStore',
      workspaces_enabled: false,
      trace_archival_enabled: false,
      multipart_uploads_enabled: false,
      multipart_downloads_enabled: false,
    },
  });
});

test('a refusal says what was asked and what is offered, cut where it is long', () => {
  const decision = decide(
    { method: 'POST', target: `/api/3.0/${'x'.repeat(500)}`, headers: {} },
    'mine',
  );
  expect(decision).toMatchObject({ refusal: { status: 403, code: 'PERMISSION_DENIED' } });
  const { message } = decision.kind === 'refuse' ? decision.refusal : { message: '' };
  expect(message).toMatch(/^POST \/api\/3\.0\/x{91}… is not offered to submissions: only /);
});
