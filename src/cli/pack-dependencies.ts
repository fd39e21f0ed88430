/**
 * `pack-dependencies.ts FOLDER`: bundles each dependency that a student waits for into one file of FOLDER,
 * and writes `index.json`, which says which. Run once after an installation; see run/packed-imports.ts.
 */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

/** As they are imported. What brings machine code of its own cannot be packed. */
const DEPENDENCIES = [
  'ajv',
  'arquero',
  'axios',
  'citty',
  'fastest-levenshtein',
  'get-port',
  'i18next',
  'ml-cart',
  'ml-random-forest',
  'p-map',
  'proper-lockfile',
  'protobufjs/light.js',
  'yaml',
];

const [folder = ''] = process.argv.slice(2);
await mkdir(dirname(folder), { recursive: true });
// Aside, and then moved: another command may read, or pack too.
const aside = await mkdtemp(`${folder}-`);
try {
  const entries = await Promise.all(DEPENDENCIES.map(writeEntry));
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map(({ name, entry }) => [name, entry])),
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ dir: aside, format: 'esm' });
  const index = entries.map(({ specifier, name }) => [specifier, `${name}.js`]);
  await writeFile(join(aside, 'index.json'), JSON.stringify(Object.fromEntries(index)));
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
} catch {
  // Without it everything works, and starts later: an empty folder says that it was tried.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
} finally {
  await rm(aside, { recursive: true, force: true });
}

/** A module with the exports of a dependency: those of CommonJS are known only when it runs. */
async function writeEntry(specifier: string) {
  const name = specifier.replaceAll(/\W/g, '_');
  const entry = join(aside, `${name}.entry.js`);
  const names = Object.keys(await import(specifier)).filter((key) => key !== 'module.exports');
  await writeFile(entry, `export { ${names.join(', ')} } from '${specifier}';\n`);
  return { specifier, name, entry };
}
