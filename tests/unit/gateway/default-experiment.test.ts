import { expect, test } from 'vitest';
import { mayNameDefault, nameDefault } from '../../../src/gateway/default-experiment.ts';

const API = '/api/2.0/mlflow/';
const bytes = (body: unknown) =>
  Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

test.for([
  ['runs/create', { experiment_id: '0', tags: [] }, { experiment_id: '7', tags: [] }],
  ['runs/create', { experimentId: '0' }, { experimentId: '7' }],
  ['runs/search', { experiment_ids: ['0', '3'] }, { experiment_ids: ['7', '3'] }],
  ['logged-models', { experiment_id: '0', name: '0' }, { experiment_id: '7', name: '0' }],
  ['logged-models/search', { experiment_ids: ['0'] }, { experiment_ids: ['7'] }],
  [
    'experiments/set-experiment-tag',
    { experiment_id: '0', value: '0' },
    { experiment_id: '7', value: '0' },
  ],
] as const)('%s names the experiment Default for 0', ([call, body, expected]) => {
  const asked = { target: API + call, body: bytes(body) };
  expect(mayNameDefault(asked)).toBe(true);
  const named = nameDefault(asked, '7');
  expect(named.target).toBe(asked.target);
  expect(JSON.parse(Buffer.from(named.body).toString())).toEqual(expected);
});

test.for([
  ['experiments/get?experiment_id=0', 'experiments/get?experiment_id=7'],
  ['experiments/get?a=b&experiment_id=0&c=d', 'experiments/get?a=b&experiment_id=7&c=d'],
])('%s names it in the query', ([asked, expected]) => {
  const request = { target: API + asked, body: bytes('') };
  expect(mayNameDefault(request)).toBe(true);
  expect(nameDefault(request, '7').target).toBe(API + expected);
});

test.for([
  ['runs/create', { experiment_id: '10' }],
  ['runs/log-batch', { run_id: 'r', params: [{ key: 'k', value: '0' }] }],
  ['experiments/get?experiment_id=01', ''],
  ['experiments/get-by-name?experiment_name=0', ''],
] as const)('%s is sent as it came', ([call, body]) => {
  expect(mayNameDefault({ target: API + call, body: bytes(body) })).toBe(false);
});

test('a body that is no JSON object is left to MLflow', () => {
  for (const body of ['{"experiment_id":"0"', '["0"]', '"0"']) {
    const named = nameDefault({ target: `${API}runs/create`, body: bytes(body) }, '7');
    expect(Buffer.from(named.body).toString()).toBe(body);
  }
});
