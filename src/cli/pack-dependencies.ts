/**
 * `pack-dependencies.ts FOLDER`: bundles each dependency that a student waits for into one file of FOLDER,
 * and writes `index.json`, which says which. Run once after an installation; see run/packed-imports.ts.
 * Without it everything works, and starts later: when it fails, an empty folder says that it was tried.
 */
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

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
/** What a packer left that was killed, and none that still runs, is older than this, in milliseconds. */
const LEFT_MS = 10 * 60_000;

const [folder = ''] = process.argv.slice(2);
try {
  await mkdir(dirname(folder), { recursive: true });
  await sweep();
  // Aside, and then moved: another command may read, or pack too.
  const aside = await mkdtemp(`${folder}-`);
  try {
    await pack(aside);
    await replace(aside);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
} catch {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

async function pack(aside: string): Promise<void> {
  // It has machine code of its own, which may not be there for this machine.
  const { rolldown } = await import('rolldown');
  const sources = join(aside, 'sources');
  await mkdir(sources);
  const entries = await Promise.all(DEPENDENCIES.map((name) => writeEntry(name, sources)));
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map(({ name, entry }) => [name, entry])),
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ dir: aside, format: 'esm' });
  await rm(sources, { recursive: true });
  const sizes = await Promise.all(
    (await readdir(aside)).map(async (file) => [file, (await stat(join(aside, file))).size]),
  );
  const imports = entries.map(({ specifier, name }) => [specifier, `${name}.js`]);
  const index = { imports: Object.fromEntries(imports), sizes: Object.fromEntries(sizes) };
  await writeFile(join(aside, 'index.json'), JSON.stringify(index));
  // Submissions may run as another user.
  await chmod(aside, 0o755);
}

/** A module with the exports of a dependency: those of CommonJS are known only when it runs. */
async function writeEntry(specifier: string, sources: string) {
  const name = specifier.replaceAll(/\W/g, '_');
  const entry = join(sources, `${name}.js`);
  const names = Object.keys(await import(specifier)).filter((key) => key !== 'module.exports');
  await writeFile(entry, `export { ${names.join(', ')} } from '${specifier}';\n`);
  return { specifier, name, entry };
}

async function replace(aside: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder).catch(async (error: unknown) => {
    // Another packer of the same installation was first.
    if (!(await readdir(folder)).includes('index.json')) throw error;
  });
}

async function sweep(): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}-`)) continue;
    const left = join(dirname(folder), name);
    const { mtimeMs } = await stat(left);
    if (Date.now() - mtimeMs > LEFT_MS) await rm(left, { recursive: true, force: true });
  }
}
