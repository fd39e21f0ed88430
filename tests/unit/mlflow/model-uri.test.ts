import { expect, test } from 'vitest';
import { parseModelUri } from '../../../src/mlflow/model-uri.ts';

test.each([
  ['runs:/abc/model', { kind: 'run', runId: 'abc', path: 'model' }],
  ['runs:/abc/a/b/', { kind: 'run', runId: 'abc', path: 'a/b' }],
  ['models:/m-0123', { kind: 'model-id', modelId: 'm-0123' }],
  ['models:/churn/12', { kind: 'version', name: 'churn', version: '12' }],
  ['models:/churn/Latest', { kind: 'latest', name: 'churn' }],
  ['models:/churn@champion', { kind: 'alias', name: 'churn', alias: 'champion' }],
  ['mlflow-artifacts:/1/x', { kind: 'artifacts', artifactUri: 'mlflow-artifacts:/1/x' }],
])('%s is understood', (uri, parsed) => {
  expect(parseModelUri(uri)).toEqual(parsed);
});

test.each([
  'models:/',
  'models:/a/b/c',
  'models:/churn@',
  'models:/churn/Staging',
  'runs:/',
  'x.y',
])('%s is refused by name', (uri) => {
  expect(() => parseModelUri(uri)).toThrow(
    `INVALID_PARAMETER_VALUE: Not a proper model URI: ${uri}`,
  );
});
