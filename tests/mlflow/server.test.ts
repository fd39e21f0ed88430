import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import {
  createWorkspace,
  deleteWorkspace,
  findTrackingServer,
  listWorkspaces,
  runUrl,
  status,
  stopServer,
} from '../../src/server/index.ts';
import { readServerState } from '../../src/server/server-state.ts';
import { isAlive } from '../../src/server/stop-process.ts';

const pythonFolder = dirname(dirname(inject('python')));
let stateFolder = '';

beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'server-test-'));
});
afterEach(async () => {
  await stopServer(stateFolder);
  await rm(stateFolder, { recursive: true, force: true });
});

const env = { ...process.env, WORKSHOP_MLFLOW: 'embedded' };
const find = (more: { idleMinutes?: number; signal?: AbortSignal } = {}) =>
  findTrackingServer({ stateFolder, pythonFolder, env, ...more });

async function post(uri: string, path: string, body: object, workspace?: string) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (workspace !== undefined) headers['x-mlflow-workspace'] = workspace;
  return fetch(`${uri}/api/2.0/mlflow/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

async function pidOf(): Promise<number> {
  return (await readServerState(stateFolder))?.pid ?? 0;
}

/** Whether the process ends within ten seconds. */
async function ends(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    if (!isAlive(pid)) return true;
    await pause(50);
  }
  return false;
}

test('two commands at once get one server, a third gets it warm, stopping leaves no process', async () => {
  const [first, second] = await Promise.all([find(), find()]);
  expect(second.uri).toBe(first.uri);
  expect(first).toMatchObject({ provider: 'embedded', version: '3.17.2', workspaces: true });
  const start = performance.now();
  const third = await find();
  expect(performance.now() - start).toBeLessThan(500);
  expect(third.uri).toBe(first.uri);
  const pid = await pidOf();
  expect(await status(stateFolder)).toEqual([{ provider: 'embedded', uri: first.uri, pid }]);
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  expect(await status(stateFolder)).toEqual([]);
});

test('a killed server comes back on the same port with the same data', async () => {
  const server = await find();
  const created = await post(server.uri, 'experiments/create', { name: 'kept' });
  expect(created.status).toBe(200);
  process.kill(await pidOf(), 'SIGKILL');
  const again = await server.revive();
  expect(again.uri).toBe(server.uri);
  const answer = await fetch(
    `${again.uri}/api/2.0/mlflow/experiments/get-by-name?experiment_name=kept`,
  );
  expect(answer.status).toBe(200);
});

test('a port taken meanwhile is said when it must be had again, and avoided otherwise', async () => {
  const server = await find();
  await server.stop();
  const port = Number(new URL(server.uri).port);
  const squatter = createServer();
  await new Promise<void>((ready) => squatter.listen(port, '127.0.0.1', ready));
  try {
    await expect(server.revive()).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      fields: { port: String(port) },
    });
    expect((await find()).uri).not.toBe(server.uri);
  } finally {
    squatter.close();
  }
});

test('an idle server stops by itself', async () => {
  await find({ idleMinutes: 1 / 60 });
  expect(await ends(await pidOf())).toBe(true);
});

test('a server whose state folder was deleted stops by itself', async () => {
  await find();
  const pid = await pidOf();
  await rm(join(stateFolder, 'server.json'));
  expect(await ends(pid)).toBe(true);
});

test('a server whose data were deleted is not taken for warm, and nothing of it is left', async () => {
  const server = await find();
  const pid = await pidOf();
  expect((await post(server.uri, 'experiments/create', { name: 'gone' })).status).toBe(200);
  await rm(join(stateFolder, 'data'), { recursive: true });
  const again = await find();
  expect(isAlive(pid)).toBe(false);
  const byName = `${again.uri}/api/2.0/mlflow/experiments/get-by-name?experiment_name=gone`;
  expect((await fetch(byName)).status).toBe(404);
  const next = await pidOf();
  await rm(join(stateFolder, 'data'), { recursive: true });
  expect(await ends(next)).toBe(true);
});

test('an aborted start leaves no process', async () => {
  const signal = AbortSignal.timeout(300);
  await expect(find({ signal })).rejects.toMatchObject({ name: 'TimeoutError' });
  const left = await readdir(stateFolder);
  expect(left).not.toContain('server.json');
  await expect(find()).resolves.toMatchObject({ provider: 'embedded' });
});

test('the UI and the scripts it names are served', async () => {
  const uri = inject('trackingUri');
  const page = await (await fetch(uri)).text();
  const script = /src="([^"]*main[^"]*\.js)"/.exec(page)?.[1] ?? '';
  const answer = await fetch(new URL(script, `${uri}/`));
  expect(answer.status).toBe(200);
  expect((await answer.text()).length).toBeGreaterThan(100_000);
  expect(runUrl({ uri, workspaces: true }, { experimentId: '0', runId: 'a' })).toContain(
    `${uri}/#/`,
  );
});

const shared = () => ({
  uri: inject('trackingUri'),
  artifactsFolder: inject('artifactsFolder'),
});
const freshName = () => `ws-${randomBytes(6).toString('hex')}`;
const inside = (name: string) => ({ headers: { 'x-mlflow-workspace': name } });

test('an answer has what the middleware of MLflow puts into it: a refusal, a header', async () => {
  const { uri } = await find();
  const search = async (workspace: string) =>
    await post(uri, 'experiments/search', { max_results: 1 }, workspace);
  expect((await search('default')).status).toBe(200);
  const refused = await search('unknown');
  expect(refused.status).toBe(404);
  expect(await refused.text()).toContain("Workspace 'unknown' not found");
  const gateway = await fetch(`${uri}/gateway/unknown/mlflow/invocations`, {
    method: 'POST',
    body: '{}',
  });
  expect(gateway.headers.get('x-mlflow-gateway-duration-ms')).toMatch(/^\d+$/);
});

test('workspaces keep runs apart; a new one has the experiment Default, and none with the id 0', async () => {
  const server = shared();
  const name = freshName();
  await createWorkspace(server, name);
  await expect(createWorkspace(server, name)).rejects.toMatchObject({ code: 'WORKSPACE' });
  expect(await listWorkspaces(server)).toContain(name);
  const get = (path: string) =>
    fetch(`${server.uri}/api/2.0/mlflow/experiments/${path}`, inside(name));
  expect((await get('get?experiment_id=0')).status).toBe(404);
  expect((await get('get-by-name?experiment_name=Default')).status).toBe(200);
  expect((await post(server.uri, 'experiments/create', { name: 'in-it' }, name)).status).toBe(200);
  const outside = `${server.uri}/api/2.0/mlflow/experiments/get-by-name?experiment_name=in-it`;
  expect((await fetch(outside)).status).toBe(404);
  await deleteWorkspace(server, name);
  expect(await listWorkspaces(server)).not.toContain(name);
  // The server remembers workspaces between requests, and not those that are gone.
  expect((await get('get-by-name?experiment_name=Default')).status).toBe(404);
});

/** Files in it as a submission leaves them. */
async function fill(name: string): Promise<string> {
  const { uri, artifactsFolder } = shared();
  for (const path of ['x/é a.txt', 'top.txt']) {
    const artifact = `${uri}/api/2.0/mlflow-artifacts/artifacts/${path}`;
    const put = { ...inside(name), method: 'PUT', body: 'hello' };
    expect((await fetch(artifact, put)).status).toBe(200);
  }
  const folder = join(artifactsFolder, 'workspaces', name);
  expect(await readFile(join(folder, 'x', 'é a.txt'), 'utf8')).toBe('hello');
  return folder;
}

test('deleting a workspace removes its files: the folder where it is ours, else through MLflow', async () => {
  const server = shared();
  const [ours, given] = [freshName(), freshName()];
  for (const name of [ours, given]) await createWorkspace(server, name);
  const [folder, left] = [await fill(ours), await fill(given)];
  await deleteWorkspace(server, ours);
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  await deleteWorkspace({ uri: server.uri }, given);
  expect(await readdir(left)).toEqual([]);
});

test('a workspace is not made under a name whose files are still there', async () => {
  const server = shared();
  const name = freshName();
  await createWorkspace(server, name);
  await fill(name);
  const path = `/api/3.0/mlflow/workspaces/${name}?mode=CASCADE`;
  expect((await fetch(server.uri + path, { method: 'DELETE' })).status).toBe(204);
  await expect(createWorkspace(server, name)).rejects.toMatchObject({
    code: 'WORKSPACE',
    fields: { answer: 'files of an earlier one of this name are there' },
  });
  expect(await listWorkspaces(server)).not.toContain(name);
});
