import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rename, rm, stat, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** Where some dependencies come from, and what a forest learns from a few rows. */
const PROBE = `
  import { loadWorkshopData, models } from '${ROOT}src/workshop/index.ts';
  import { readFileSync } from 'node:fs';
  const data = loadWorkshopData(readFileSync('${ROOT}data/customer_data.csv', 'utf8'));
  const forest = new models.RandomForestClassifier({ nEstimators: 10, maxDepth: 10, randomState: 42 });
  forest.fit(data.XTrain.slice(0, 500), data.yTrain.slice(0, 500));
  const packed = ['axios', 'arquero', 'ml-cart'].map((name) =>
    import.meta.resolve(name).includes('/.cache/packed/'));
  console.log(JSON.stringify({ packed, labels: forest.predict(data.XTest) }));
`;

async function probe(options: readonly string[]) {
  const words = [...options, '--input-type=module', '--eval', PROBE];
  const { stdout } = await run(process.execPath, words, { cwd: ROOT });
  return JSON.parse(stdout);
}

const PACKED = join(ROOT, 'node_modules/.cache/packed');
const IMPORTS = ['--import', pathToFileURL(join(ROOT, 'src/run/packed-imports.ts')).href];

test('packed dependencies are the ones that are used, and a forest learns the same', async () => {
  await run(process.execPath, [join(ROOT, 'bin/workshop.mjs'), 'hint', '01']);
  const [packed, installed] = await Promise.all([probe(IMPORTS), probe([])]);
  expect(packed.packed).toEqual([true, true, true]);
  expect(installed.packed).toEqual([false, false, false]);
  expect(packed.labels).toEqual(installed.labels);
});

test('packed dependencies that are damaged are left alone', async () => {
  await run(process.execPath, [join(ROOT, 'bin/workshop.mjs'), 'hint', '01']);
  const kept = `${PACKED}.kept`;
  await cp(PACKED, kept, { recursive: true, preserveTimestamps: true });
  try {
    await truncate(join(PACKED, 'ml_cart.js'), 1000);
    expect(await probe(IMPORTS)).toMatchObject({ packed: [false, false, false] });
  } finally {
    await rm(PACKED, { recursive: true });
    await rename(kept, PACKED);
  }
});

test('those who pack at once leave one whole folder, which others can read', async () => {
  const folder = join(await mkdtemp(join(ROOT, 'node_modules/.cache/packing-')), 'packed');
  const pack = join(ROOT, 'src/cli/pack-dependencies.ts');
  await Promise.all([1, 2, 3, 4].map(async () => await run(process.execPath, [pack, folder])));
  expect(await readdir(dirname(folder))).toEqual(['packed']);
  expect(await readdir(folder)).toContain('index.json');
  expect((await stat(folder)).mode & 0o777).toBe(0o755);
  await rm(dirname(folder), { recursive: true });
});
