import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startOtherUserChild, tryOtherUser } from '../../src/sandbox/other-user-child.ts';
import { LIMITS } from '../../src/sandbox/sandbox.ts';
import { otherUsersReachUs as possible } from './boxes.ts';

const csv = fileURLToPath(new URL('../../data/customer_data.csv', import.meta.url));
const options = { limits: { ...LIMITS, memoryMb: 400 }, csv, folder: tmpdir() };

async function run(body: string) {
  const folder = await mkdtemp(join(tmpdir(), 'other-user-'));
  try {
    const file = join(folder, 'submission.ts');
    await writeFile(file, `export default async () => {${body}};`);
    const job = { file, trackingUri: 'http://127.0.0.1:9', csv, userName: '' };
    return await startOtherUserChild(options).run(job, { timeoutMs: 30_000 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test.runIf(possible)(
  'another user works here, with the data where a submission looks',
  async () => {
    expect(await tryOtherUser(options)).toBeNull();
    const { execution, returned } = await run(`
    const { readFileSync } = await import('node:fs');
    const groups = process.getgroups().length;
    const header = readFileSync('../data/customer_data.csv', 'utf8').split(',')[0];
    return { root: process.getuid() === 0, groups, header, env: Object.keys(process.env).sort() };`);
    expect(execution.error).toBeNull();
    expect(returned).toEqual({
      root: false,
      groups: 1,
      header: 'customer_id',
      env: ['HOME', 'LANG', 'PATH', 'TMPDIR'],
    });
  },
);

test.runIf(possible)('what only root may read, and other processes, are out of reach', async () => {
  const { returned } = await run(`
    const { readFileSync, writeFileSync } = await import('node:fs');
    const tries = {
      shadow: () => readFileSync('/etc/shadow'),
      environment: () => readFileSync('/proc/${process.pid}/environ'),
      kill: () => process.kill(${process.pid}, 0),
      own: () => writeFileSync(new URL(import.meta.url), ''),
    };
    return Object.entries(tries).map(([name, attempt]) => {
      try { attempt(); return name; } catch (error) { return error.code; }
    });`);
  expect(returned).toEqual(['EACCES', 'EACCES', 'EPERM', 'EACCES']);
});

test.runIf(possible)('a process that detached itself is dead when the submission is', async () => {
  const mark = `sleep-${process.pid}`;
  const { execution } = await run(`
    const { spawn } = await import('node:child_process');
    spawn('bash', ['-c', 'exec -a ${mark} sleep 600'], { detached: true, stdio: 'inherit' }).unref();
    await new Promise((resolve) => setTimeout(resolve, 500));`);
  expect(execution.outcome).toBe('completed');
  const commands = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandOf);
  expect(commands.filter((command) => command.startsWith(mark))).toEqual([]);
});

test.runIf(possible)('one that kills itself has left, and memory is not blamed', async () => {
  const { execution } = await run(`process.kill(process.pid, 'SIGKILL'); for (;;);`);
  expect(execution.outcome).toBe('exited');
});

test.runIf(possible)('one that takes too much memory is stopped for it', async () => {
  const { execution } = await run(`
    const kept = [];
    for (;;) { kept.push(Buffer.alloc(2 ** 24, 1)); await new Promise((next) => setTimeout(next, 20)); }`);
  expect(execution.outcome).toBe('out-of-memory');
});

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
