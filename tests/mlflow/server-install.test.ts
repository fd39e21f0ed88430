import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installPython } from '../../src/server/install-python.ts';
import { runCommand } from '../../src/server/run-command.ts';
import type { ProgressStep } from '../../src/server/tracking-server.ts';

/** A lock of one small package, taken from the real one. */
let scratch = '';
let lockFile = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'install-'));
  lockFile = join(scratch, 'requirements.txt');
  const whole = new URL('../../src/server/python/requirements.txt', import.meta.url);
  const six = /^six==.*\n(?: {4}--hash.*\n)+/m.exec(await readFile(whole, 'utf8'))?.[0] ?? '';
  await writeFile(lockFile, six);
});
afterAll(() => rm(scratch, { recursive: true }));

const env = process.env;

test('an environment is made once, with progress, and made again after an interruption', async () => {
  const folder = join(scratch, 'once');
  const steps: ProgressStep[] = [];
  const install = () =>
    installPython({ folder, lockFile, env, onProgress: (step) => steps.push(step) });
  const python = await install();
  expect(steps).toContainEqual({ step: 'creating-python' });
  expect(steps).toContainEqual({ step: 'collecting-packages', done: 1, total: 1, detail: 'six' });
  expect((await runCommand(python, ['-c', 'import six'])).code).toBe(0);

  const { ino } = await stat(folder);
  await Promise.all([install(), install()]);
  expect((await stat(folder)).ino).toBe(ino);

  await rm(join(folder, 'installed.sha256'));
  await writeFile(join(folder, 'half-written'), '');
  await install();
  await expect(stat(join(folder, 'half-written'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('two first commands at once install once', async () => {
  const steps: string[] = [];
  const onProgress = ({ step }: ProgressStep) => steps.push(step);
  const request = { folder: join(scratch, 'twice'), lockFile, env, onProgress };
  await Promise.all([installPython(request), installPython(request)]);
  expect(steps.filter((step) => step === 'creating-python')).toHaveLength(1);
  expect(steps).toContain('waiting-for-another-command');
});

test('an installation that is aborted is not taken for a whole one', async () => {
  const folder = join(scratch, 'aborted');
  const stop = new AbortController();
  const aborted = installPython({
    folder,
    lockFile,
    env,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  await expect(stat(join(folder, 'installed.sha256'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('without a network one sentence says so', async () => {
  const offline = {
    ...env,
    PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
    PIP_NO_CACHE_DIR: '1',
    PIP_FIND_LINKS: '',
    PIP_CONFIG_FILE: '/dev/null',
  };
  const folder = join(scratch, 'offline');
  await expect(installPython({ folder, lockFile, env: offline })).rejects.toMatchObject({
    code: 'NO_NETWORK',
  });
});

test('a package whose hash is not the locked one is refused', async () => {
  const wrong = join(scratch, 'wrong.txt');
  const lock = await readFile(lockFile, 'utf8');
  await writeFile(wrong, lock.replaceAll(/sha256:[0-9a-f]{64}/g, `sha256:${'0'.repeat(64)}`));
  const folder = join(scratch, 'hash');
  await expect(installPython({ folder, lockFile: wrong, env })).rejects.toMatchObject({
    code: 'INSTALL_FAILED',
  });
});
