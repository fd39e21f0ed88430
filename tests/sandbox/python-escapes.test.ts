import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { otherUsersReachUs, processesWith, PROJECT, providers } from './boxes.ts';
import { pythonBoxes, submissionPython, type PythonBoxes } from './python-boxes.ts';

const PROBE = await readFile(join(PROJECT, 'tests/sandbox/probe.py'), 'utf8');
const none = '\t0000000000000000';

/** What a submission finds when there is no way out. */
const NOTHING = {
  status: [
    'Uid:\t1000\t1000\t1000\t1000',
    'Gid:\t1000\t1000\t1000\t1000',
    `SigBlk:${none}`,
    ...['Inh', 'Prm', 'Eff', 'Bnd', 'Amb'].map((set) => `Cap${set}:${none}`),
    'NoNewPrivs:\t1',
  ],
  few: true,
  interpreter: [false, false],
  writable: [],
  namespace: true,
  traced: [],
  shared: [],
  interfaces: ['lo'],
  reached: [],
};

/** And what nothing but a fork could have brought along. */
const FORKED = {
  ...NOTHING,
  parent: 0,
  leads: true,
  own: ['python', ''],
  files: ['socket:[N]'],
  signals: false,
};

// A fresh interpreter takes ten seconds to import everything.
const options = { timeout: 240_000 };

describe.for(providers)('Python in a $name sandbox', options, ({ name, open }) => {
  let sandbox: Sandbox;
  let boxes: PythonBoxes;
  beforeAll(async () => {
    sandbox = await open();
    boxes = pythonBoxes(sandbox);
  });
  afterAll(async () => {
    await boxes[Symbol.asyncDispose]();
    await sandbox[Symbol.asyncDispose]();
  });

  test('a submission finds no way out, and nothing of the grader or of those before and beside it', async () => {
    await boxes.attack('pass');
    const server = createServer((socket) => socket.end('open')).listen(0, '0.0.0.0');
    await once(server, 'listening');
    const places = placesOf(server);
    expect(places).not.toEqual([]);
    const probe = PROBE.replace('PLACES = []', `PLACES = ${JSON.stringify(places)}`);
    const [{ execution }] = await Promise.all([boxes.attack(probe), boxes.attack('pass')]);
    server.close();
    expect(execution).toMatchObject({ outcome: 'completed', error: null });
    const { folders, ...found } = JSON.parse(execution.output);
    expect(found).toMatchObject(name === 'bubblewrap' ? FORKED : NOTHING);
    // The name of its own, which nothing inside leads to.
    expect(folders.length).toBeLessThan(2);
  });

  test('what is written into the standard input is lost, and nobody waits for it', async () => {
    const { execution } = await boxes.attack(
      'import os\ntry:\n  os.write(0, b"x" * 4096)\nexcept OSError:\n  pass\nprint("done")',
    );
    expect(execution).toMatchObject({ outcome: 'completed', output: 'done\n' });
  });

  test('killing all that it can harms itself alone', async () => {
    const [killer, other] = await Promise.all([
      boxes.attack(`
import os, signal, time
for pid in [int(name) for name in os.listdir('/proc') if name.isdigit() and int(name) != os.getpid()] + [-1]:
    try: os.kill(pid, signal.SIGKILL)
    except OSError: pass
time.sleep(1)`),
      boxes.attack('import time; time.sleep(1.5); print("well")'),
    ]);
    expect(killer.execution.outcome).toMatch(/exited|completed/);
    expect(other.execution).toMatchObject({ outcome: 'completed', output: 'well\n' });
    expect((await boxes.attack('print("next")')).execution.output).toBe('next\n');
  });

  test('children that detach die with it, however many there are', async () => {
    const word = randomUUID();
    const { execution } = await boxes.attack(
      `
import subprocess, sys, time
for _ in range(200):
    try: subprocess.Popen([sys.executable, '-Sc', 'import time; time.sleep(600)', '${word}'], start_new_session=True)
    except OSError: print('no more'); break
time.sleep(1)`,
      { limits: { tasks: 32 } },
    );
    expect(execution).toMatchObject({ outcome: 'completed', output: 'no more\n' });
    expect(processesWith(word)).toEqual([]);
  });

  // A container's are the engine's, whatever runs in it: limits.test.ts.
  test.runIf(name === 'bubblewrap')('time, CPU, memory, /tmp and output have limits', async () => {
    const outcome = async (...attack: Parameters<PythonBoxes['attack']>) =>
      (await boxes.attack(...attack)).execution.outcome;
    const forever =
      'import signal\nfor n in (15, 2, 1, 24): signal.signal(n, signal.SIG_IGN)\nwhile True: pass';
    expect(await outcome(forever, { timeoutMs: 1500 })).toBe('timed-out');
    expect(await outcome('while True: pass', { limits: { cpuSeconds: 1 } })).toBe('timed-out');
    const limits = { memoryMb: 1024 };
    expect(await outcome('a = []\nwhile True: a.append(bytearray(b"x" * 2**20))', { limits })).toBe(
      'out-of-memory',
    );
    const huge = await boxes.attack('bytearray(8 * 2**30)', { limits });
    expect(huge.execution.outcome).toMatch(/threw|out-of-memory/);
    const full = await boxes.attack(
      `
import os
try:
    with open('/tmp/much', 'wb', 0) as file:
        while True: file.write(b'x' * 2**20)
except OSError as error: print(error.errno, os.path.getsize('/tmp/much') >> 20)`,
      { limits: { diskMb: 16 } },
    );
    expect(full.execution.output).toMatch(/^28 1[56]\n$/);
    const flood = await boxes.attack('import os\nwhile True: os.write(1, b"x" * 65536)');
    expect(flood.execution.outcome).toBe('exited');
    expect(flood.execution.output.length).toBeLessThan(70_000);
  });
});

/** Each address of this machine, with the port of a server that listens on all. */
function placesOf(server: Server): [string, number][] {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.filter(({ family }) => family === 'IPv4').map(({ address: host }) => [host, port]);
}

/** Runs the probe as who has no rights, no name and owns the interpreter; root's Python is brought to them. */
const AS_ORDINARY_USER = `
set -e
binary=$(readlink -f "$1"); home=$(dirname "$(dirname "$binary")")
mount -t tmpfs stage /mnt; mkdir /mnt/home; mount --bind "$home" /mnt/home
cp "$binary" /mnt/python; chown 65199 /mnt/python
case $home in /root/*) mount -t tmpfs -o mode=755 root /root; mkdir -p "$home"; mount --bind /mnt/home "$home";; esac
mount --bind /mnt/python "$binary"
shift
exec setpriv --reuid=65199 --regid=65199 --clear-groups -- "$@"
`;
const GRADER = `
import { tmpdir } from 'node:os';
import { readFileSync } from 'node:fs';
import { openBubblewrap } from '${PROJECT}src/sandbox/open-bubblewrap.ts';
import { pythonBoxes } from '${PROJECT}tests/sandbox/python-boxes.ts';
await using sandbox = await openBubblewrap(tmpdir());
await using boxes = pythonBoxes(sandbox);
const { execution } = await boxes.attack(readFileSync('${PROJECT}tests/sandbox/probe.py', 'utf8'));
process.stdout.write(execution.output);
`;

test.runIf(otherUsersReachUs && providers.some(({ name }) => name === 'bubblewrap'))(
  'an ordinary user’s sandbox lets a submission out no more, and not at the interpreter that they own',
  async () => {
    const { stdout } = await promisify(execFile)(
      'unshare',
      [
        ['--mount', '--propagation', 'private', '--', '/bin/sh', '-c', AS_ORDINARY_USER, 'sh'],
        [submissionPython, process.execPath, '--input-type=module-typescript', '-e', GRADER],
      ].flat(),
    );
    expect(JSON.parse(stdout)).toMatchObject(FORKED);
  },
);
