import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { CSV, PROJECT, processesWith, providers } from './boxes.ts';

interface Hostile {
  readonly language: 'TypeScript' | 'Python';
  /** A grader with this one submission; given are the sandbox's name and the file. */
  readonly grader: string;
  /** A submission that never ends, and whose child detaches. */
  readonly source: (word: string) => string;
}

const SANDBOX = `
import { readFile } from 'node:fs/promises';
import { startSandboxedChild } from '${PROJECT}src/sandbox/sandboxed-child.ts';
import { LIMITS } from '${PROJECT}src/sandbox/sandbox.ts';
import { providers } from '${PROJECT}tests/sandbox/boxes.ts';
import { pythonBoxes } from '${PROJECT}tests/sandbox/python-boxes.ts';
const [provider, file] = process.argv.slice(2);
const sandbox = await providers.find(({ name }) => name === provider).open();
`;

const hostile: readonly Hostile[] = [
  {
    language: 'TypeScript',
    grader: `${SANDBOX}
const child = startSandboxedChild(sandbox, { limits: LIMITS, csv: '${CSV}' });
const job = { file, trackingUri: child.gateway.uri, userName: '' };
void child.run(job, { timeoutMs: 600_000 });
`,
    source: (word) => `
import { spawn } from 'node:child_process';
export default () => {
  spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '${word}'], { detached: true });
  return new Promise(() => setInterval(() => {}, 1000));
};`,
  },
  {
    language: 'Python',
    grader: `${SANDBOX}
await pythonBoxes(sandbox).attack(await readFile(file, 'utf8'), { timeoutMs: 600_000 });
`,
    source: (word) => `
import subprocess, sys, time
subprocess.Popen([sys.executable, '-Sc', 'import time; time.sleep(600)', '${word}'], start_new_session=True)
time.sleep(600)`,
  },
];
const cases = providers.flatMap((provider) => hostile.map((one) => ({ ...provider, ...one })));

test.for(cases)(
  'a grader killed with SIGKILL leaves nothing of $language in a $name sandbox once another has started',
  { timeout: 180_000 },
  async ({ name, open, grader: text, source }) => {
    const folder = await mkdtemp(join(tmpdir(), 'killed-'));
    const word = randomUUID();
    const file = join(folder, 'endless.ts');
    await writeFile(file, source(word));
    const program = join(folder, 'grader.ts');
    await writeFile(program, text);
    const grader = spawn(process.execPath, [program, name, file], { stdio: 'ignore' });
    const running = () => processesWith(word).length;
    await vi.waitUntil(() => running() > 0, { timeout: 90_000, interval: 200 });
    const mine = () =>
      readdirSync(tmpdir()).filter((entry) =>
        entry.startsWith(`workshop-sandboxes-${grader.pid}-`),
      );
    expect(mine()).toHaveLength(1);
    // The process from which Python is forked has no argument that names it.
    const started = childrenOf(grader.pid);
    grader.kill('SIGKILL');
    if (name === 'container') await (await open())[Symbol.asyncDispose]();
    await vi.waitUntil(() => running() === 0, { timeout: 30_000, interval: 100 });
    await vi.waitUntil(() => !started.some(runs), { timeout: 30_000, interval: 100 });
    await (await open())[Symbol.asyncDispose]();
    expect(mine()).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  },
);

/** Processes that a process has started itself. */
function childrenOf(pid: number | undefined): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text.split(' ').filter(Boolean).map(Number);
}

function runs(pid: number): boolean {
  return existsSync(`/proc/${pid}`);
}
