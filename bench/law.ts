import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Comparison } from './comparison.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const VITEST = `${root}node_modules/vitest/vitest.mjs`;

/** What the law may take, in milliseconds. */
const LIMIT_MS = 10 * 60_000;

/** The whole law on the embedded MLflow, once, against its limit. */
export async function benchLaw(): Promise<Comparison> {
  const started = performance.now();
  const child = spawn(process.execPath, [VITEST, 'run', '--project', 'law', '--reporter=dot'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('the law failed: npm run law says where');
  const ours = performance.now() - started;
  const name = 'the law, every exercise and wrong answer, against ten minutes';
  return { name, ours, python: LIMIT_MS, ratio: ours / LIMIT_MS, aside: false };
}
