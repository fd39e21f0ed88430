import { expect, test } from 'vitest';
import { checkBody, mustCheckBody } from '../../../src/gateway/policy/check-body.ts';

const VERSION = '/api/2.0/mlflow/model-versions/create';
const EXPERIMENT = '/api/2.0/mlflow/experiments/create';

/** What is passed on as text, or why it is refused. */
function check(path: string, body: string | Uint8Array): string {
  const checked = checkBody(path, Buffer.from(body), 'mine');
  if (checked.kind === 'refuse') return checked.refusal.reason;
  return Buffer.from(checked.body).toString('utf8');
}

const source = (text: string) => check(VERSION, JSON.stringify({ name: 'a', source: text }));
const location = (text: string) =>
  check(EXPERIMENT, JSON.stringify({ name: 'a', artifact_location: text }));

test.for([
  'runs:/df6570fa065e4989aaeec2a16d49d800/model',
  'models:/m-a9019cebc4164a369d5523c67f1da34e',
  'models:/churn-predictor/1',
  'models:/churn-predictor@champion',
  'models:/Prédiction churn/1',
  'mlflow-artifacts:/1/models/m-1/artifacts',
  'mlflow-artifacts:/workspaces/mine/1/a/artifacts/model',
])('a model version may come from %s', (text) => {
  expect(source(text)).toBe(JSON.stringify({ name: 'a', source: text }));
});

test.for([
  'file:///etc',
  'FILE:/etc',
  'file:etc',
  '/etc',
  'etc',
  '../..',
  's3://bucket/key',
  'gs://bucket/key',
  'dbfs:/x',
  'databricks:/x',
  'hdfs://host/x',
  'http://127.0.0.1:1/api/2.0/mlflow-artifacts/artifacts/1',
  'https://elsewhere/x',
  'ftp://elsewhere/x',
  'mlflow-artifacts://elsewhere/1',
  'mlflow-artifacts:///1',
  'mlflow-artifacts:1',
  'mlflow-artifacts:/../',
  'mlflow-artifacts:/1/%2e%2e/x',
  'mlflow-artifacts:/./workspaces/other',
  'mlflow-artifacts:/workspaces/other/1',
  'mlflow-artifacts:/workspaces/mine/../other',
  'mlflow-artifacts:/1?x',
  'mlflow-artifacts:/1#x',
  'MLFLOW-ARTIFACTS:/1',
  'runs://elsewhere/a/model',
  'runs:/a/../b',
  'runs:/a/%2e%2e/b',
  'models://databricks/a/1',
  ' runs:/a/model',
  'runs:/a/model\n',
])('a model version may not come from %j', (text) => {
  expect(source(text)).toBe('model-source');
});

test.for(['', 'mlflow-artifacts:/workspaces/mine/own'])(
  'an experiment may keep its files in %j',
  (text) => {
    expect(location(text)).toContain('"artifact_location"');
  },
);

test.for(['/etc', 'file:///etc', 's3://b', './mlruns', 'mlflow-artifacts:/../..'])(
  'an experiment may not keep its files in %s, in either spelling',
  (text) => {
    expect(location(text)).toBe('artifact-location');
    expect(check(EXPERIMENT, JSON.stringify({ name: 'a', artifactLocation: text }))).toBe(
      'artifact-location',
    );
  },
);

test('what MLflow reads is what was checked', () => {
  // The last of two equal names counts, in Python as here.
  expect(check(VERSION, '{"source":"/etc","source":"models:/a/1"}')).toBe(
    '{"source":"models:/a/1"}',
  );
  expect(check(VERSION, '{"source":"models:/a/1","sou\\u0072ce":"/etc"}')).toBe('model-source');
  expect(check(VERSION, '{"__proto__":{"source":"/etc"}}')).toBe('{"__proto__":{"source":"/etc"}}');
});

test.for([
  ['text', 'source=/etc'],
  ['JSON twice', JSON.stringify(JSON.stringify({ source: '/etc' }))],
  ['a list', '[{"source":"/etc"}]'],
  ['another encoding', Buffer.from('{"source":"/etc"}', 'utf16le')],
  ['a mark of the byte order', '\u{FEFF}{"source":"/etc"}'],
  ['a number that is none', '{"source":"models:/a/1","x":NaN}'],
  ['nothing', ''],
] as const)('a body that is %s is refused', ([, body]) => {
  expect(check(VERSION, body)).toBe('malformed');
});

test('bodies of other calls are not looked into', () => {
  expect(mustCheckBody('POST', VERSION)).toBe(true);
  expect(mustCheckBody('POST', EXPERIMENT)).toBe(true);
  expect(mustCheckBody('POST', '/api/2.0/mlflow/runs/create')).toBe(false);
  expect(mustCheckBody('POST', 'constructor')).toBe(false);
});

test('the runs that a model version names are told, in either spelling', () => {
  const runsOf = (body: object) => {
    const checked = checkBody(VERSION, Buffer.from(JSON.stringify(body)), 'mine');
    return checked.kind === 'pass' ? checked.runIds : null;
  };
  expect(runsOf({ source: 'runs:/a/model', run_id: 'a' })).toEqual(['a']);
  expect(runsOf({ source: 'runs:/a/model', runId: 'b' })).toEqual(['a', 'b']);
  expect(runsOf({ source: 'models:/m-1', run_id: '' })).toEqual([]);
});
