import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getContainerRuntimeClient } from 'testcontainers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { volumeOf } from '../../src/server/container-state.ts';
import { findEngine } from '../../src/server/docker-engine.ts';
import { findTrackingServer, status, stopServer } from '../../src/server/index.ts';

const env = { ...process.env, MLFLOW_TRACKING_URI: '', WORKSHOP_MLFLOW: 'container' };
const engine = await findEngine(env);

let stateFolder = '';
beforeAll(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'container-test-'));
});
afterAll(async () => {
  if (engine.answers) await removeEverything(stateFolder);
  await rm(stateFolder, { recursive: true });
});

async function removeEverything(folder: string): Promise<void> {
  await stopServer(folder);
  const { container } = await getContainerRuntimeClient();
  const filters = { label: [`workshop.mlflow.volume=${volumeOf(folder)}`] };
  for (const { Id } of await container.dockerode.listContainers({ all: true, filters })) {
    await container.remove(container.getById(Id));
  }
  await container.dockerode.getVolume(volumeOf(folder)).remove();
}

const find = () => findTrackingServer({ stateFolder, env });

test.runIf(engine.answers)(
  'the official image is started once, stays warm, and comes back on its port with its data',
  async () => {
    const [server, second] = await Promise.all([find(), find()]);
    expect(second.uri).toBe(server.uri);
    expect(server).toMatchObject({ provider: 'container', version: '3.17.2', workspaces: true });
    expect(await (await fetch(`${server.uri}/version`)).text()).toBe('3.17.2');
    const created = await fetch(`${server.uri}/api/2.0/mlflow/experiments/create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'kept' }),
    });
    expect(created.status).toBe(200);
    const start = performance.now();
    expect((await find()).uri).toBe(server.uri);
    expect(performance.now() - start).toBeLessThan(500);

    await server.stop();
    expect(await status(stateFolder)).toEqual([]);
    const again = await server.revive();
    expect(again.uri).toBe(server.uri);
    const kept = `${again.uri}/api/2.0/mlflow/experiments/get-by-name?experiment_name=kept`;
    expect((await fetch(kept)).status).toBe(200);
  },
);

test.runIf(!engine.answers)('a container without an engine is refused with a reason', async () => {
  await expect(find()).rejects.toMatchObject({ code: 'NO_DOCKER_ENGINE' });
});
