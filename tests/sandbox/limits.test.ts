import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { attack, processesWith, providers } from './boxes.ts';

describe.for(providers)('in a $name sandbox', ({ open }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(async () => await sandbox[Symbol.asyncDispose]());

  test('an honest file completes', async () => {
    const { execution, returned } = await attack(
      sandbox,
      'export default async ({ data }) => { console.log("hello"); return data.XTest.length; }',
    );
    expect(execution).toMatchObject({ outcome: 'completed', output: 'hello\n', exitCode: 0 });
    expect(returned).toBe(1000);
  });

  test('a long answer and a long print arrive whole up to their limits', async () => {
    const { execution, returned } = await attack(
      sandbox,
      `export default () => { console.log('x'.repeat(60_000)); return 'y'.repeat(900_000); }`,
    );
    expect(execution.output).toBe(`${'x'.repeat(60_000)}\n`);
    expect(returned).toBe('y'.repeat(900_000));
  });

  test('an endless loop is stopped by the clock, whatever it does about signals', async () => {
    const { execution } = await attack(
      sandbox,
      `for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGXCPU']) process.on(signal, () => {});
       export default () => { for (;;); }`,
      { timeoutMs: 1500 },
    );
    expect(execution.outcome).toBe('timed-out');
    expect(execution.durationMs).toBeLessThan(4000);
  });

  test('CPU time has a limit of its own', async () => {
    const { execution } = await attack(sandbox, 'export default () => { for (;;); }', {
      limits: { cpuSeconds: 1 },
    });
    expect(execution.outcome).toBe('timed-out');
    expect(execution.durationMs).toBeLessThan(15_000);
  });

  test.for([
    ['objects', 'const all = []; for (;;) all.push(new Array(1000).fill({}));'],
    ['buffers', 'const all = []; for (;;) all.push(Buffer.alloc(1 << 20, 1));'],
    [
      'several processes that stay below it each',
      `const { spawn } = await import('node:child_process');
       const source = 'globalThis.b = Buffer.alloc(80 << 20, 1); setInterval(() => {}, 1000)';
       for (let i = 0; i < 6; i++) spawn(process.execPath, ['-e', source]);
       await new Promise(() => setInterval(() => {}, 1000));`,
    ],
  ])('memory has a limit: %s', async ([, source]) => {
    const { execution } = await attack(sandbox, `export default async () => { ${source} }`, {
      limits: { memoryMb: 320 },
    });
    expect(execution.outcome).toBe('out-of-memory');
  });

  test('a process that aborts has crashed, and neither memory nor time is blamed', async () => {
    const { execution } = await attack(sandbox, 'export default () => process.abort();');
    expect(execution).toMatchObject({ outcome: 'exited', exitCode: 128 + 6 });
  });

  test('a process that kills itself has crashed', async () => {
    const source = `export default () => { process.kill(process.pid, 'SIGKILL'); for (;;); }`;
    const { execution } = await attack(sandbox, source);
    expect(execution.outcome).toBe('exited');
  });

  test('/tmp has a size', async () => {
    const { returned } = await attack(
      sandbox,
      `import { writeFileSync } from 'node:fs';
       export default () => {
         let written = 0;
         try { for (;; written++) writeFileSync('/tmp/' + written, Buffer.alloc(1 << 20, 1)); }
         catch (error) { return { code: error.code, written }; }
       }`,
      { limits: { diskMb: 16 } },
    );
    expect(returned).toMatchObject({ code: 'ENOSPC', written: 16 });
  });

  test('endless printing is cut and stopped', async () => {
    const { execution } = await attack(
      sandbox,
      `import { writeSync } from 'node:fs';
       const line = 'x'.repeat(65536);
       export default () => { for (;;) { try { writeSync(1, line); } catch {} } }`,
      { timeoutMs: 60_000 },
    );
    expect(execution.outcome).toBe('exited');
    expect(execution.output.length).toBeLessThan(70_000);
  });

  test('a fork bomb stays within the limit of processes, and nothing of it survives', async () => {
    const word = randomUUID();
    const bomb = `setInterval(() => { for (let i = 0; i < 4; i++) require('child_process')
      .spawn(process.execPath, ['-e', process.argv[1], process.argv[1], '${word}'], { detached: true })
      .on('error', () => {}); }, 20)`;
    let most = 0;
    const count = setInterval(() => (most = Math.max(most, processesWith(word).length)), 100);
    const { execution } = await attack(
      sandbox,
      `import { spawn } from 'node:child_process';
       const bomb = ${JSON.stringify(bomb)};
       export default async () => {
         const options = { detached: true, stdio: 'ignore' };
         spawn(process.execPath, ['-e', bomb, bomb, '${word}'], options).unref();
         await new Promise((resolve) => setTimeout(resolve, 3000));
       }`,
      { limits: { tasks: 96 }, timeoutMs: 30_000 },
    );
    clearInterval(count);
    // What is left for the program itself decides whether it gets through.
    expect(execution.outcome).toMatch(/completed|exited|out-of-memory|timed-out/);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(60);
    expect(processesWith(word)).toEqual([]);
  });

  test('children that detach die with the sandbox', async () => {
    const word = randomUUID();
    const { execution } = await attack(
      sandbox,
      `import { spawn } from 'node:child_process';
       const forever = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
       const twice = 'require("child_process").spawn(process.execPath, ["-e", process.argv[2], "${word}"],' +
         '{ detached: true, stdio: "ignore" }).unref(); process.exit()';
       export default async () => {
         const options = { detached: true, stdio: 'ignore' };
         spawn(process.execPath, ['-e', forever, '${word}'], options).unref();
         spawn(process.execPath, ['-e', twice, '${word}', forever], options).unref();
         await new Promise((resolve) => setTimeout(resolve, 500));
       }`,
    );
    expect(execution.outcome).toBe('completed');
    expect(processesWith(word)).toEqual([]);
  });
});
