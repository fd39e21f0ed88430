import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { CSV, otherUsersReachUs, PROJECT, providers } from './boxes.ts';

const SECRET = 'a secret that the grader was started with';

/** A grader that runs one file in a sandbox and prints what it returned. */
const GRADER = `
import { openBubblewrap as open } from '${PROJECT}src/sandbox/open-bubblewrap.ts';
import { LIMITS } from '${PROJECT}src/sandbox/sandbox.ts';
import { startSandboxedChild } from '${PROJECT}src/sandbox/sandboxed-child.ts';
import { tmpdir } from 'node:os';
await using sandbox = await open(tmpdir());
using child = startSandboxedChild(sandbox, { limits: LIMITS, csv: '${CSV}' });
const job = { file: process.argv[2], trackingUri: 'http://127.0.0.1:5000', userName: '' };
const { returned } = await child.run(job, { timeoutMs: 20000 });
console.log(JSON.stringify(returned));
`;

/** The same as another user. */
const USER_GRADER = `
import { LIMITS } from '${PROJECT}src/sandbox/sandbox.ts';
import { startOtherUserChild } from '${PROJECT}src/sandbox/other-user-child.ts';
import { tmpdir } from 'node:os';
using child = startOtherUserChild({ limits: LIMITS, csv: '${CSV}', folder: tmpdir() });
const job = { file: process.argv[2], trackingUri: 'http://127.0.0.1:5000', userName: '' };
const { returned } = await child.run(job, { timeoutMs: 20000 });
console.log(JSON.stringify(returned));
`;

/** Reads whatever is open beside its own. */
const CURIOUS = `
import { readdirSync, readSync } from 'node:fs';
export default () => readdirSync('/proc/self/fd').flatMap((fd) => {
  const buffer = Buffer.alloc(200);
  try { return [buffer.toString('utf8', 0, readSync(Number(fd), buffer, 0, 200, 0))]; } catch { return []; }
});
`;

const graders = [
  {
    name: 'bubblewrap',
    works: providers.some(({ name }) => name === 'bubblewrap'),
    grader: GRADER,
  },
  { name: 'another user', works: otherUsersReachUs, grader: USER_GRADER },
];

describe.for(graders.filter(({ works }) => works))('$name', ({ grader }) => {
  test('passes on no file that the grader itself was started with', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'inherited-'));
    const secret = join(folder, 'secret');
    writeFileSync(secret, SECRET, { mode: 0o600 });
    await writeFile(join(folder, 'grader.ts'), grader);
    await writeFile(join(folder, '07-curious.ts'), CURIOUS);
    // Node closes descriptors up to the first gap by itself: this one lies behind it.
    const child = spawn(
      '/bin/bash',
      ['-c', 'exec 30<"$0"; exec "$@"', secret, process.execPath].concat(
        ['grader.ts', '07-curious.ts'].map((name) => join(folder, name)),
      ),
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const { stdout } = child;
    const printed = await text(stdout);
    expect(JSON.parse(printed)).toBeInstanceOf(Array);
    expect(printed).not.toContain(SECRET);
    await rm(folder, { recursive: true, force: true });
  });
});
