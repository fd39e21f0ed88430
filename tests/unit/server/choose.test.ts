import { expect, test } from 'vitest';
import { chooseProvider } from '../../../src/server/choose.ts';
import { engineAddress, findEngine } from '../../../src/server/docker-engine.ts';

const noEngine = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };

test('without anything the embedded server is chosen, and the others are named', async () => {
  expect(await chooseProvider(noEngine)).toEqual({
    provider: 'embedded',
    because: 'no-docker-engine',
    engine: '/nowhere/docker.sock: ENOENT',
    alternatives: [
      { provider: 'uri', how: 'MLFLOW_TRACKING_URI=http://localhost:5000' },
      { provider: 'container', how: 'WORKSHOP_MLFLOW=container' },
    ],
  });
});

test.each([
  [{ MLFLOW_TRACKING_URI: 'http://localhost:5000' }, 'uri', 'MLFLOW_TRACKING_URI-is-set'],
  [
    { MLFLOW_TRACKING_URI: 'http://localhost:5000', WORKSHOP_MLFLOW: 'embedded' },
    'embedded',
    'forced-by-WORKSHOP_MLFLOW',
  ],
  [{ WORKSHOP_MLFLOW: 'container' }, 'container', 'forced-by-WORKSHOP_MLFLOW'],
  [{ MLFLOW_TRACKING_URI: '', WORKSHOP_MLFLOW: '' }, 'embedded', 'no-docker-engine'],
])('%o chooses %s', async (env, provider, because) => {
  expect(await chooseProvider({ ...noEngine, ...env })).toMatchObject({ provider, because });
});

test('an unknown value of WORKSHOP_MLFLOW is refused', async () => {
  await expect(chooseProvider({ WORKSHOP_MLFLOW: 'docker' })).rejects.toMatchObject({
    code: 'BAD_SETTING',
    message: 'WORKSHOP_MLFLOW=docker is not understood: use embedded or container.',
  });
});

test('the engine is looked for where DOCKER_HOST says', () => {
  expect(engineAddress({}, 'linux')).toEqual({ socketPath: '/var/run/docker.sock' });
  expect(engineAddress({}, 'win32')).toEqual({ socketPath: '//./pipe/docker_engine' });
  expect(engineAddress({ DOCKER_HOST: 'unix:///run/d.sock' })).toEqual({
    socketPath: '/run/d.sock',
  });
  expect(engineAddress({ DOCKER_HOST: 'tcp://box:2376' })).toEqual({ host: 'box', port: 2376 });
});

test('a missing engine is known within 300 ms, and an address that answers nothing too', async () => {
  const start = performance.now();
  expect(await findEngine(noEngine)).toMatchObject({ answers: false });
  // An address reserved for documentation: packets to it are lost.
  expect(await findEngine({ DOCKER_HOST: 'tcp://192.0.2.1:2375' })).toMatchObject({
    answers: false,
  });
  expect(performance.now() - start).toBeLessThan(600);
});
