/**
 * A submission of ours: loads what others load, sooner or later, and hands over what Node compiled of it.
 * https://nodejs.org/api/module.html#module-compile-cache
 */
import { readdirSync, readFileSync } from 'node:fs';
import { flushCompileCache, getCompileCacheDir } from 'node:module';
import { join, relative } from 'node:path';

export default async function (): Promise<void> {
  await Promise.all([
    import('ajv'),
    import('axios'),
    import('onnxruntime-node'),
    import('yaml'),
    // Loaded for their code only: here the one finds its port taken, the other nothing to do.
    import('./door.ts').catch(() => undefined),
    import('./score.ts').catch(() => undefined),
  ]);
  flushCompileCache();
  const folder = getCompileCacheDir();
  if (folder === undefined) return;
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const compiled = files.map(({ name }) => ({
    path: join(relative('/tmp/compile-cache', folder), name),
    content: readFileSync(join(folder, name), 'base64'),
  }));
  await fetch('http://127.0.0.1:5000/', { method: 'POST', body: JSON.stringify(compiled) });
}
