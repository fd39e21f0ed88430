import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instanceOf, volumeOf } from '../../../src/server/container-state.ts';
import { oneAtATime } from '../../../src/server/one-at-a-time.ts';
import { readServerState } from '../../../src/server/server-state.ts';
import { modelVersionUrl, runUrl } from '../../../src/server/ui-links.ts';
import { deleteWorkspace } from '../../../src/server/workspaces.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-parts-'));
});
afterAll(() => rm(folder, { recursive: true }));

const server = { uri: 'http://127.0.0.1:5000', workspaces: true };

test('the address of a run names its workspace', () => {
  expect(runUrl(server, { experimentId: '1', runId: 'abc' })).toBe(
    'http://127.0.0.1:5000/#/experiments/1/runs/abc?workspace=default',
  );
  expect(runUrl(server, { experimentId: '1', runId: 'abc', workspace: 'ada' })).toBe(
    'http://127.0.0.1:5000/#/experiments/1/runs/abc?workspace=ada',
  );
});

test('a server without workspaces has none in its addresses', () => {
  const plain = { ...server, workspaces: false };
  expect(modelVersionUrl(plain, { name: 'churn predictor', version: '2' })).toBe(
    'http://127.0.0.1:5000/#/models/churn%20predictor/versions/2',
  );
});

test('work under one name is done one after the other', async () => {
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await pause(50);
    order.push(`${name} ends`);
  };
  let waited = 0;
  const lock = join(folder, 'lock');
  await Promise.all(['a', 'b'].map((name) => oneAtATime(lock, work(name), () => (waited += 1))));
  expect(order.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(waited).toBe(1);
});

test('the lock is released when the work throws', async () => {
  const lock = join(folder, 'thrown');
  const fail = () => Promise.reject(new Error('no'));
  await expect(oneAtATime(lock, fail)).rejects.toThrow('no');
  expect(await oneAtATime(lock, () => Promise.resolve(1))).toBe(1);
});

test.each(['', '{', '[]', '{"pid":0,"port":1,"version":"3","instance":"i"}'])(
  'a state file that holds %j is no state',
  async (text) => {
    await writeFile(join(folder, 'server.json'), text);
    expect(await readServerState(folder)).toBeUndefined();
  },
);

test('a workspace name that climbs out of its folder is refused before anything is deleted', async () => {
  await expect(deleteWorkspace(server, '../..')).rejects.toMatchObject({ code: 'WORKSPACE' });
});

test('a container is named for its parts and a volume for its folder', () => {
  expect(instanceOf('a', 'b')).not.toBe(instanceOf('ab'));
  expect(volumeOf('/x/.mlflow')).toMatch(/^workshop-mlflow-[0-9a-f]{12}$/);
});
