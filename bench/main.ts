import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSubmissionPython } from '../src/python/install.ts';
import { pythonFolderOf } from '../src/server/embedded-python.ts';
import { ensurePython, findTrackingServer } from '../src/server/index.ts';
import { benchClient } from './client.ts';
import type { Comparison } from './comparison.ts';
import { benchForest } from './forest.ts';
import { benchLaw } from './law.ts';
import { benchRecheck } from './recheck.ts';
import { benchServer } from './server.ts';

/**
 * `npm run bench`: each line has both sides from this run, interleaved, as medians of five, and the bar that
 * the ratio has to keep. Words choose parts: server, client, recheck, forest, law.
 */
const STATE = fileURLToPath(new URL('../.mlflow', import.meta.url));
const { MLFLOW_TRACKING_URI: _ignored, ...env } = process.env;
const chosen = process.argv.slice(2);
const wanted = (part: string) => chosen.length === 0 || chosen.includes(part);

const python = await ensurePython({ stateFolder: STATE, env });
const pythonScience = await ensureSubmissionPython({ stateFolder: STATE, env });
const pythonFolder = pythonFolderOf(STATE);
let missed = 0;

if (wanted('server'))
  print(await benchServer({ pythonFolder, plainPython: pythonScience, env }), 0.2);
if (wanted('client') || wanted('recheck')) {
  const stateFolder = await mkdtemp(join(tmpdir(), 'bench-mlflow-'));
  const forced = { ...env, WORKSHOP_MLFLOW: 'embedded' };
  const server = await findTrackingServer({ stateFolder, pythonFolder, env: forced });
  try {
    if (wanted('client')) print(await benchClient({ trackingUri: server.uri, python }), 0.8);
    if (wanted('recheck')) print(await benchRecheck(server.uri), 1.5);
  } finally {
    await server.stop();
    await rm(stateFolder, { recursive: true, force: true });
  }
}
if (wanted('forest')) print(await benchForest({ pythonScience }), 10);
if (wanted('law')) print([await benchLaw()], 1);
process.exitCode = missed === 0 ? 0 : 1;

function print(comparisons: readonly Comparison[], bar: number): void {
  for (const { name, ours, python: theirs, ratio, aside } of comparisons) {
    const times = `${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms`;
    if (aside) {
      console.log(`  ${name}: ${ratio.toFixed(2)} (no bar; ${times})`);
      continue;
    }
    const kept = ratio <= bar;
    if (!kept) missed += 1;
    console.log(`${kept ? '✓' : '✗'} ${name}: ${ratio.toFixed(2)} (bar ${bar}; ${times})`);
  }
}
