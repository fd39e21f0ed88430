import { existsSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { attack, PROJECT, providers } from './boxes.ts';

const SECRET = 'a-secret-of-the-grader';
let folder: string;
let neighbour: string;

beforeAll(async () => {
  process.env['GRADER_TOKEN'] = SECRET;
  folder = await mkdtemp(join(tmpdir(), 'escape-'));
  neighbour = join(folder, 'neighbour.ts');
  await writeFile(neighbour, 'export default () => 1;', { mode: 0o644 });
});
afterAll(async () => {
  delete process.env['GRADER_TOKEN'];
  await rm(folder, { recursive: true, force: true });
});

describe.for(providers)('out of a $name sandbox', ({ open }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(async () => await sandbox[Symbol.asyncDispose]());

  test('no file of the grader, of a neighbour or of this machine can be read', async () => {
    const paths = [
      '/etc/shadow',
      neighbour,
      PROJECT,
      join(PROJECT, 'graders/07-gradient-boosting.ts'),
      ...['graders', 'solutions', '.stubs', '.mlflow', '.git', 'exercises'].map(
        (part) => `/workshop/${part}`,
      ),
      ...['judge', 'observe', 'arrange', 'law', 'gateway', 'grade.ts'].map(
        (part) => `/workshop/src/${part}`,
      ),
      '/root/.profile',
      '/root/.bashrc',
      '/home/student',
      '/var/run/docker.sock',
      '/run/docker.sock',
      '/proc/1/root/etc/shadow',
      '/proc/1/cwd/etc/shadow',
      '/proc/kcore',
    ];
    expect(existsSync(neighbour)).toBe(true);
    const { returned } = await attack(
      sandbox,
      `import { readdirSync, readFileSync, statSync } from 'node:fs';
       export default () => ${JSON.stringify(paths)}.filter((path) => {
         try { statSync(path).isDirectory() ? readdirSync(path) : readFileSync(path); return true; }
         catch { return false; }
       });`,
    );
    expect(returned).toEqual([]);
  });

  test('the environment is empty but for what every sandbox gets', async () => {
    const { returned } = await attack(sandbox, 'export default () => process.env;');
    const allowed = ['HOME', 'HOSTNAME', 'LANG', 'NODE_COMPILE_CACHE', 'PATH', 'PWD', 'TMPDIR'];
    // The one setting of ours: ONNX Runtime sends nothing about what it runs.
    const { ORT_DISABLE_TELEMETRY: telemetry, ...others } = Object(returned);
    expect(telemetry).toBe('1');
    expect(returned).toMatchObject({ HOME: '/tmp' });
    expect(Object.keys(others).filter((name) => !allowed.includes(name))).toEqual([]);
    expect(JSON.stringify(returned)).not.toContain(SECRET);
  });

  test('nothing can be written outside /tmp and shared memory', async () => {
    const folders = [
      '/',
      '/submission',
      '/workshop',
      '/workshop/src',
      '/workshop/node_modules',
      '/workshop/compile-cache',
      '/data',
      '/door',
      '/etc',
      '/usr/lib',
      '/dev',
      '/proc/sys/kernel',
      '/sys',
      '/var/tmp',
      '/run',
      '/home',
    ];
    const { returned } = await attack(
      sandbox,
      `import { appendFileSync, chmodSync, writeFileSync } from 'node:fs';
       const works = (act) => { try { act(); return true; } catch { return false; } };
       const own = '/submission/07-gradient-boosting.ts';
       export default () => ({
         tmp: works(() => writeFileSync('/tmp/mine', '')),
         elsewhere: ${JSON.stringify(folders)}.filter((at) => works(() => writeFileSync(at + '/mine', ''))),
         files: [own, '/workshop/src/run/child.ts', '/data/customer_data.csv', '/etc/passwd',
           '/proc/sys/kernel/core_pattern', '/proc/sysrq-trigger']
           .filter((at) => works(() => appendFileSync(at, '')) || works(() => chmodSync(at, 0o777))),
       });`,
    );
    expect(returned).toEqual({ tmp: true, elsewhere: [], files: [] });
  });

  test('it has no capability, cannot gain any and is not root', async () => {
    const { returned } = await attack(
      sandbox,
      `import { readFileSync } from 'node:fs';
       export default () => [process.getuid(), process.getgid(),
         ...readFileSync('/proc/self/status', 'utf8').match(/^(Cap|NoNew).*/gm)];`,
    );
    const none = '\t0000000000000000';
    expect(returned).toEqual([
      1000,
      1000,
      ...['Inh', 'Prm', 'Eff', 'Bnd', 'Amb'].map((set) => `Cap${set}:${none}`),
      'NoNewPrivs:\t1',
    ]);
  });

  test('it sees its own processes only, and holds no file of ours', async () => {
    const { returned } = await attack(
      sandbox,
      `import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
       const pids = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
       export default () => ({
         lines: pids.map((pid) => readFileSync('/proc/' + pid + '/cmdline', 'utf8')).join('|'),
         few: pids.length < 6,
         files: readdirSync('/proc/self/fd').flatMap((fd) => {
           try { return [readlinkSync('/proc/self/fd/' + fd)]; } catch { return []; }
         }).filter((file) => !/^(anon_inode|pipe|socket):|^.dev.null$|^.proc/.test(file)),
         // Whose user it is can look into the others: there must be nothing to find.
         environments: pids.map((pid) => {
           try { return readFileSync('/proc/' + pid + '/environ', 'utf8'); } catch { return ''; }
         }).join('|'),
       });`,
    );
    expect(JSON.stringify(returned)).not.toContain('vitest');
    expect(JSON.stringify(returned)).not.toContain(PROJECT);
    expect(JSON.stringify(returned)).not.toContain(SECRET);
    expect(returned).toMatchObject({ few: true, files: [] });
  });

  test('killing everything it can see harms itself at most', async () => {
    const [killer, other] = await Promise.all([
      attack(
        sandbox,
        `export default async () => {
           for (const pid of [1, process.ppid, -1]) { try { process.kill(pid, 'SIGKILL'); } catch {} }
           await new Promise((resolve) => setTimeout(resolve, 1000));
         };`,
      ),
      attack(
        sandbox,
        'export default () => new Promise((resolve) => setTimeout(resolve, 1500, "well"));',
      ),
    ]);
    expect(killer.execution.outcome).toMatch(/exited|completed/);
    expect(other.returned).toBe('well');
  });

  test('localhost:5000 is its own gateway, under each of its names', async () => {
    const answer = async (name: string) => {
      const mine = await serve(name);
      try {
        const target = `http://127.0.0.1:${portOf(mine)}`;
        const source = `export default () => Promise.all(['localhost', '127.0.0.1'].map(async (host) =>
          (await fetch('http://' + host + ':5000/version')).text()));`;
        return (await attack(sandbox, source, { target })).returned;
      } finally {
        mine.close();
      }
    };
    const answers = await Promise.all([answer('first'), answer('second')]);
    expect(answers).toEqual([
      ['first', 'first'],
      ['second', 'second'],
    ]);
  });

  test('nothing else answers: not MLflow, not this machine, not the network', async () => {
    const server = createServer((socket) => socket.end('open'));
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const abstract = createServer((socket) => socket.end('open'));
    const name = `\0escape-${process.pid}`;
    await new Promise<void>((resolve) => abstract.listen(name, resolve));
    const mlflow = new URL(inject('lawServer').uri);
    const ours = Object.values(networkInterfaces()).flatMap((list) =>
      (list ?? []).filter(({ family }) => family === 'IPv4').map(({ address }) => address),
    );
    const places = [
      { host: mlflow.hostname, port: Number(mlflow.port) },
      ...ours.map((host) => ({ host, port: portOf(server) })),
      { host: '169.254.169.254', port: 80 },
      { host: '1.1.1.1', port: 53 },
      { host: '::1', port: portOf(server) },
      { path: name },
      { path: '/var/run/docker.sock' },
    ];
    const { returned } = await attack(
      sandbox,
      `import { connect } from 'node:net';
       const answers = (place) => new Promise((resolve) => {
         const socket = connect({ ...place, timeout: 2000 });
         socket.on('connect', () => resolve(true));
         for (const end of ['error', 'timeout']) socket.on(end, () => { socket.destroy(); resolve(false); });
       });
       import { networkInterfaces } from 'node:os';
       import { lookup } from 'node:dns/promises';
       export default async () => ({
         reached: (await Promise.all(${JSON.stringify(places)}.map(async (place) =>
           (await answers(place)) ? [place] : []))).flat(),
         interfaces: Object.keys(networkInterfaces()),
         names: await lookup('registry.npmjs.org').then(() => 'found', () => 'not found'),
       });`,
    );
    server.close();
    abstract.close();
    expect(returned).toEqual({ reached: [], interfaces: ['lo'], names: 'not found' });
  });

  test('a report of its own making is not taken for the report', async () => {
    const { execution, returned } = await attack(
      sandbox,
      `import { writeSync } from 'node:fs';
       export default () => {
         writeSync(3, '{"kind":"graded","points":100}\\n');
         writeSync(3, '{"kind":"returned","value":"forged"}\\n');
         return 'honest';
       };`,
    );
    expect(execution.outcome).toBe('completed');
    expect(returned).toBe('honest');
  });

  test('what it leaves in /tmp is gone for the next', async () => {
    await attack(
      sandbox,
      `import { writeFileSync } from 'node:fs';
       export default () => writeFileSync('/tmp/left', 'behind');`,
    );
    const { returned } = await attack(
      sandbox,
      `import { readdirSync } from 'node:fs';
       export default () => [...readdirSync('/tmp'), ...readdirSync('/dev/shm'), ...readdirSync('/submission')];`,
    );
    expect(returned).toEqual(['07-gradient-boosting.ts']);
  });
});

test('the machine under test is one on which these attacks would work', () => {
  expect(readFileSync(join(PROJECT, 'graders/07-gradient-boosting.ts'), 'utf8')).not.toBe('');
  expect(process.env['GRADER_TOKEN']).toBe(SECRET);
});

async function serve(text: string): Promise<Server> {
  const server = createHttpServer((_, response) => response.end(text));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
