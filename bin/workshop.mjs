#!/usr/bin/env node
// Plain JavaScript for any Node from 18 on: installs what the project needs once, then hands over to the
// project's own Node, which runs TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.package-lock.json');
const lock = join(root, 'package-lock.json');
const windows = process.platform === 'win32';

if (!existsSync(stamp) || statSync(stamp).mtimeMs < statSync(lock).mtimeMs) {
  console.error('Installation des dépendances, une seule fois… / Installing dependencies, once…');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (status !== 0) {
    console.error(
      'npm ci a échoué : vérifiez le réseau et relancez. / npm ci failed: check the network and run again.',
    );
    process.exit(2);
  }
}

const own = join(modules, '.bin', windows ? 'node.cmd' : 'node');
const major = Number(process.versions.node.split('.')[0]);
if (!existsSync(own) && major < 24) {
  console.error(
    `Node ${process.versions.node} est trop ancien et aucun Node 24 n’existe pour cette machine sur npm : installez Node 24. / ` +
      `Node ${process.versions.node} is too old and npm has no Node 24 for this machine: install Node 24.`,
  );
  process.exit(2);
}
// ONNX Runtime would report its use to its makers, and leave logs of that in the temporary folder:
// https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md
process.env.ORT_DISABLE_TELEMETRY ??= '1';
const main = join(root, 'src', 'cli', 'main.ts');
const imports = pathToFileURL(join(root, 'src', 'run', 'packed-imports.ts')).href;
const packed = join(modules, '.cache', 'packed');
if (!existsSync(packed) || statSync(packed).mtimeMs < statSync(stamp).mtimeMs) {
  const pack = join(root, 'src', 'cli', 'pack-dependencies.ts');
  spawnSync(existsSync(own) ? own : process.execPath, [pack, packed], {
    stdio: 'ignore',
    shell: windows,
  });
}
// Compiled code is kept between commands; not while coverage is taken, which it would blur.
if (!process.env.NODE_V8_COVERAGE) {
  process.env.NODE_COMPILE_CACHE ??= join(modules, '.cache', 'node-compile');
}
if (major >= 24) {
  if (process.env.NODE_COMPILE_CACHE) nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import(imports);
  await import(pathToFileURL(main).href);
} else {
  // With V8's options: package.json keeps `grade` from taking 128 MB for its newest objects, of which it needs 16.
  const words = [...process.execArgv, '--import', imports, main, ...process.argv.slice(2)];
  const { status, signal } = spawnSync(own, words, { stdio: 'inherit', shell: windows });
  process.exitCode = signal === null ? (status ?? 2) : 130;
}
