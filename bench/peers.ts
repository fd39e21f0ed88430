import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { project } from '../src/cli/project.ts';

/** The benchmark of the other graders, beside the project unless WORKSHOP_PEERS says where it is. */
const SOURCE = process.env['WORKSHOP_PEERS'] ?? join(project.root, '../shared/peers');

export const PEERS = ['otter', 'nbgrader'] as const;

interface Peers {
  /** The folder of their right answers, `s01.ipynb` and `s01.py` to `s20`. */
  readonly submissions: string;
  /** Grades the first of them two at a time, on a warm MLflow, and counts those marked right in all three parts. */
  grade(name: (typeof PEERS)[number], count: number): Promise<{ ms: number; right: number }>;
}

interface Row {
  readonly wall_s: number;
  readonly rc: number;
  readonly passed: readonly (number | string)[];
}

const isRow = new Ajv({ allowUnionTypes: true }).compile<Row>({
  type: 'object',
  required: ['wall_s', 'rc', 'passed'],
  properties: {
    wall_s: { type: 'number' },
    rc: { type: 'integer' },
    passed: { type: 'array', items: { type: ['number', 'string'] } },
  },
});

/** Parts of the exercise, each of which a right answer passes. */
const ALL = 3;

/** Installs them once, in a folder of their own, with the versions that their benchmark names. */
export async function openPeers(folder: string): Promise<Peers> {
  await stat(SOURCE).catch((cause: unknown) => {
    throw new Error(`no benchmark of other graders at ${SOURCE}: WORKSHOP_PEERS says where`, {
      cause,
    });
  });
  const installed = join(folder, 'installed');
  const course = join(folder, 'bench/nbgrader');
  if ((await readFile(installed, 'utf8').catch(() => '')) === '') {
    console.log('Installing the other graders…');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await cp(SOURCE, folder, { recursive: true });
    await run('python3', ['-m', 'venv', join(folder, 'venv')], folder);
    const python = join(folder, 'venv/bin/python');
    const list = join(folder, 'pip-freeze.txt');
    await run(python, ['-m', 'pip', 'install', '--quiet', '-r', list], folder);
    // It makes the grade book, which the benchmark copies.
    await run(join(folder, 'venv/bin/nbgrader'), ['generate_assignment', 'ps1', '--force'], course);
    await writeFile(installed, 'yes');
  }
  const bench = join(folder, 'bench');
  return {
    submissions: join(bench, 'subs'),
    async grade(name, count) {
      const out = join(folder, `${name}.jsonl`);
      await rm(out, { force: true });
      const words = ['--phases', 'par2', '--tools', name, '--n', String(count), '--out', out];
      await run(join(folder, 'venv/bin/python'), [join(bench, 'bench_peers.py'), ...words], bench);
      const row: unknown = JSON.parse((await readFile(out, 'utf8')).trim());
      if (!isRow(row) || row.rc !== 0) throw new Error(`${name} failed: ${JSON.stringify(row)}`);
      return { ms: row.wall_s * 1000, right: row.passed.filter((passed) => passed === ALL).length };
    },
  };
}

/** @throws when it fails */
async function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  // Programs of an environment call each other by name.
  const env = {
    ...process.env,
    PATH: [dirname(program), process.env['PATH'] ?? ''].join(delimiter),
  };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}`);
}
