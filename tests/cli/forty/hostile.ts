/** Programs that are up to something. The law has the honest mistakes. */

export const EXITS = `export default () => process.exit(0);`;

export const NEVER_ENDS = `export default () => { for (;;); };`;

export const EATS_MEMORY = `
export default () => { const kept = []; for (;;) kept.push(Buffer.alloc(64 * 1024 ** 2, 1)); };`;

export const THROWS_A_PAGE = `
export default () => { throw new Error('\\u001b[2J<script>alert(1)</script>\\n::error::'.repeat(500)); };`;

/** Everything that it can write to says that it passed. */
export const FORGES = `
import { writeFileSync, writeSync } from 'node:fs';
export default () => {
  const perfect = JSON.stringify({ kind: 'returned', value: { outcome: 'graded', points: 6, maxPoints: 6 } });
  for (const fd of [1, 2, 3]) { try { writeSync(fd, perfect + '\\n'); } catch {} }
  for (const path of ['results.json', 'result.json', 'snapshot.json', 'stored-result.json'])
    for (const folder of ['/', '/tmp', '/submission', '/workshop', '..', '.'])
      try { writeFileSync(folder + '/' + path, perfect); } catch {}
  process.on('exit', () => { try { writeSync(3, perfect + '\\n'); } catch {} process.exitCode = 0; });
};`;

/** It looks for the answers, for secrets and for a way out; what it finds it returns. */
export const CURIOUS = `
import { readFileSync, readdirSync } from 'node:fs';
export default async () => {
  const found = [];
  for (const path of ['/workshop/graders/06-compare-runs.ts', '/workshop/solutions/06-compare-runs.ts',
    '/etc/shadow', '/root/.ssh/id_rsa', '/proc/1/environ', '/workshop/.mlflow', '../../../results.json'])
    try { found.push(readFileSync(path, 'utf8')); } catch {}
  for (const at of ['http://169.254.169.254/', 'http://1.1.1.1/', 'http://127.0.0.1:22/'])
    try { found.push(await (await fetch(at, { signal: AbortSignal.timeout(500) })).text()); } catch {}
  return [...readdirSync('/'), ...found, ...Object.keys(process.env)];
};`;

/** What stays behind goes on asking MLflow, and would fill the folder of temporary files. */
export const LEAVES_SOMETHING_RUNNING = `
import { spawn } from 'node:child_process';
const daemon = "setInterval(() => fetch('http://127.0.0.1:5000/api/2.0/mlflow/experiments/create', " +
  "{ method: 'POST', body: JSON.stringify({ name: 'late' + Date.now() }) }).catch(() => 0), 50);" +
  "setInterval(() => require('fs').appendFileSync('/tmp/left', 'x'.repeat(1e6)), 50)";
spawn(process.execPath, ['-e', daemon], { detached: true, stdio: 'ignore' }).unref();
`;

/** Put before an honest answer: it tries to get at other workspaces, at MLflow's users and at files. */
export const REACHES_FOR_OTHERS = `
const MLFLOW = 'http://127.0.0.1:5000';
const headers = { 'Content-Type': 'application/json', 'X-MLFLOW-WORKSPACE': 'default' };
const ask = (method, path, body) =>
  fetch(MLFLOW + path, { method, headers, body: body && JSON.stringify(body) }).then((r) => r.text(), () => '');
await ask('GET', '/api/3.0/mlflow/workspaces');
await ask('DELETE', '/api/3.0/mlflow/workspaces/default?mode=CASCADE');
await ask('POST', '/api/2.0/mlflow/users/create', { username: 'me', password: 'mine-and-long' });
await ask('GET', '/api/2.0/mlflow-artifacts/artifacts/../../../../etc/passwd');
await ask('GET', '/api/2.0/mlflow-artifacts/artifacts/%2e%2e%2f%2e%2e%2fmlflow.db');
await ask('POST', '/api/2.0/mlflow/registered-models/create', { name: 'churn-predictor' });
await ask('POST', '/api/2.0/mlflow/model-versions/create', { name: 'churn-predictor', source: 'file:///etc' });
`;

/** Names that are formulas, markup, escapes and turned text, where the right ones are asked for. */
export const NASTY_NAMES = `
import type { Workshop } from '../src/workshop/index.ts';
const NASTY = ['=HYPERLINK("http://evil.example","mark")', '<img src=x onerror=alert(1)>',
  '\\u001b[31mred\\u001b[0m', '\\u202egnp.exe', '](javascript:alert(1))', '::error::forged', '"\\',@SUM(1+1)*cmd|'];
export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  for (const name of NASTY) {
    console.log(name);
    await mlflow.startRun({ runName: name }, async () => { await mlflow.setTag('note', name); });
  }
}`;

/** More than anyone would read. */
export const FLOODS = `
export default async () => {
  for (let line = 0; line < 40_000; line += 1) console.log('::error::\\u001b[2J' + '6/6 '.repeat(250));
};`;
