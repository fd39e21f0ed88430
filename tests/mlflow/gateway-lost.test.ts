import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { startGateway } from '../../src/gateway/gateway.ts';
import { mlflowFailure } from '../../src/gateway/mlflow-failure.ts';
import { createMlflow } from '../../src/mlflow/index.ts';
import { findTrackingServer, stopServer } from '../../src/server/index.ts';
import { readServerState } from '../../src/server/server-state.ts';
import type { TrackingServer } from '../../src/server/tracking-server.ts';

/** An MLflow that dies under a submission is never the submission's fault. */

const pythonFolder = dirname(dirname(inject('python')));
const MB = 1024 * 1024;
const ARTIFACT = '/api/2.0/mlflow-artifacts/artifacts/1/a';
let stateFolder = '';
let server: TrackingServer;

beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'gateway-test-'));
  const env = { ...process.env, WORKSHOP_MLFLOW: 'embedded' };
  server = await findTrackingServer({ stateFolder, pythonFolder, env });
});
afterEach(async () => {
  await signal('SIGCONT').catch(() => undefined);
  await stopServer(stateFolder);
  await rm(stateFolder, { recursive: true, force: true });
});

async function signal(name: NodeJS.Signals): Promise<void> {
  const pid = (await readServerState(stateFolder))?.pid;
  if (pid !== undefined) process.kill(pid, name);
}

/** Sends half of an upload, lets something happen, and sends the rest; the status, or the error's code. */
async function upload(uri: string, halfWay: () => Promise<void>): Promise<number | string> {
  const bytes = randomBytes(20 * MB);
  const sending = request(uri + ARTIFACT, {
    method: 'PUT',
    headers: { 'content-length': bytes.length },
  });
  const ended = new Promise<number | string>((resolve) => {
    sending.once('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sending.on('error', (error) => resolve('code' in error ? String(error.code) : error.name));
  });
  if (!sending.write(bytes.subarray(0, 10 * MB))) await once(sending, 'drain');
  await halfWay();
  sending.end(bytes.subarray(10 * MB));
  return await ended;
}

test('killed in the middle of an upload: lost, told at once, no run goes on', async () => {
  let told = 0;
  await using gateway = await startGateway({ target: server.uri, onLost: () => (told += 1) });
  const ended = await upload(gateway.uri, async () => await signal('SIGKILL'));
  expect([503, 'ECONNRESET', 'EPIPE']).toContain(ended);
  await vi.waitFor(() => expect(gateway.lostServer).toBe(true));
  expect(told).toBe(1);
  expect(await mlflowFailure(gateway.failures, server.uri, undefined)).not.toBeNull();
});

test('killed under load: lost, and the gateway ends with it', async () => {
  await using gateway = await startGateway({ target: server.uri });
  const mlflow = createMlflow({ trackingUri: gateway.uri });
  const { experimentId } = await mlflow.setExperiment('load');
  const load = Promise.allSettled(
    Array.from({ length: 8 }, async () => {
      for (let i = 0; i < 1000; i += 1) await mlflow.client.createRun(experimentId);
    }),
  );
  await pause(300);
  await signal('SIGKILL');
  expect((await load).every(({ status }) => status === 'rejected')).toBe(true);
  expect(gateway.lostServer).toBe(true);
});

test('killed and started again in between: lost too, for what was made meanwhile is not known', async () => {
  await using gateway = await startGateway({ target: server.uri });
  const health = async () => (await fetch(`${gateway.uri}/health`)).status;
  expect(await health()).toBe(200);
  await signal('SIGKILL');
  await server.revive();
  expect(await health()).toBe(200);
  await vi.waitFor(() => expect(gateway.lostServer).toBe(true));
});

test('killed in an upload and started again before anyone looks: lost', async () => {
  await using gateway = await startGateway({ target: server.uri });
  await fetch(`${gateway.uri}/health`);
  await upload(gateway.uri, async () => {
    await signal('SIGKILL');
    await server.revive();
  });
  await vi.waitFor(() => expect(gateway.lostServer).toBe(true));
});

test('an MLflow that hangs is lost after a while; one that is only slow is not', async () => {
  await using gateway = await startGateway({ target: server.uri, silenceMs: 300 });
  await fetch(`${gateway.uri}/health`);
  const slow = upload(gateway.uri, async () => await pause(1000));
  expect(await slow).toBe(200);
  expect(gateway.lostServer).toBe(false);
  await signal('SIGSTOP');
  const hanging = fetch(`${gateway.uri}/health`).catch(() => null);
  await vi.waitFor(() => expect(gateway.lostServer).toBe(true), 15_000);
  await signal('SIGCONT');
  await hanging;
});
