import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pinnedIn, readPinned } from '../../../src/server/version.ts';

const read = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8');

test.each(['src/server/python/requirements.txt', 'src/python/requirements.txt'])(
  '%s locks the MLflow of docker-compose.yml',
  async (path) => {
    const { version } = await readPinned();
    const lock = await read(path);
    expect(lock).toContain(`\nmlflow==${version} \\\n`);
    expect(lock).toContain(`\nmlflow-skinny==${version} \\\n`);
  },
);

test.each(['src/server/python/requirements.txt', 'src/python/requirements.txt'])(
  '%s has a hash for each package and no address of an index',
  async (path) => {
    const lock = await read(path);
    const packages = lock.match(/^[\w.-]+==.*$/gm) ?? [];
    expect(packages.length).toBeGreaterThan(70);
    expect(packages.every((line) => line.endsWith('\\'))).toBe(true);
    expect(lock).not.toMatch(/https?:|index-url|find-links/);
  },
);

test('the embedded environment leaves out what the server does not need', async () => {
  const lock = await read('src/server/python/requirements.txt');
  expect(lock).not.toMatch(/^(scikit-learn|scipy|matplotlib|pyarrow|skops)==/m);
});

test('the pinned image is the one that docker compose starts', async () => {
  const { services } = parse(await read('docker-compose.yml'));
  expect(services.mlflow.image).toBe((await readPinned()).image);
});

test('a compose file without a pinned image is refused', () => {
  const compose = 'services: { mlflow: { image: "ghcr.io/mlflow/mlflow:latest" } }';
  expect(() => pinnedIn(compose)).toThrow('must end in :v1.2.3');
});
