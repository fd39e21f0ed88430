import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { CSV, PROJECT, processesWith, providers } from './boxes.ts';

/** A grader with one submission that never ends. */
const GRADER = `
import { startSandboxedChild } from '${PROJECT}src/sandbox/sandboxed-child.ts';
import { LIMITS } from '${PROJECT}src/sandbox/sandbox.ts';
import { providers } from '${PROJECT}tests/sandbox/boxes.ts';
const [provider, file] = process.argv.slice(2);
const sandbox = await providers.find(({ name }) => name === provider).open();
const child = startSandboxedChild(sandbox, { limits: LIMITS, csv: '${CSV}' });
const job = { file, trackingUri: child.gateway.uri, userName: '' };
void child.run(job, { timeoutMs: 600_000 });
`;

test.for(providers)(
  'a grader killed with SIGKILL leaves nothing of a $name sandbox once another has started',
  { timeout: 180_000 },
  async ({ name, open }) => {
    const folder = await mkdtemp(join(tmpdir(), 'killed-'));
    const word = randomUUID();
    const file = join(folder, 'endless.ts');
    await writeFile(
      file,
      `import { spawn } from 'node:child_process';
       export default () => {
         spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '${word}'], { detached: true });
         return new Promise(() => setInterval(() => {}, 1000));
       };`,
    );
    const program = join(folder, 'grader.ts');
    await writeFile(program, GRADER);
    const grader = spawn(process.execPath, [program, name, file], { stdio: 'ignore' });
    const running = () => processesWith(word).length;
    await vi.waitUntil(() => running() > 0, { timeout: 90_000, interval: 200 });
    const mine = () =>
      readdirSync(tmpdir()).filter((entry) =>
        entry.startsWith(`workshop-sandboxes-${grader.pid}-`),
      );
    expect(mine()).toHaveLength(1);
    grader.kill('SIGKILL');
    if (name === 'container') await (await open())[Symbol.asyncDispose]();
    await vi.waitUntil(() => running() === 0, { timeout: 30_000, interval: 100 });
    await (await open())[Symbol.asyncDispose]();
    expect(mine()).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  },
);
