import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

test('packed dependencies are the ones that are used, and a forest learns the same', async () => {
  await run(process.execPath, [join(ROOT, 'bin/workshop.mjs'), 'hint', '01']);
  const imports = join(ROOT, 'src/run/packed-imports.ts');
  const [packed, installed] = await Promise.all([probe(['--import', imports]), probe([])]);
  expect(packed.packed).toEqual([true, true, true]);
  expect(installed.packed).toEqual([false, false, false]);
  expect(packed.labels).toEqual(installed.labels);
});
