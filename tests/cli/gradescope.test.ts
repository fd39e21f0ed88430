import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusals } from '../unit/exports/formats.ts';
import { environmentForOthers } from '../python-for-others.ts';
import { quickAnswer } from './class-folder.ts';
import { replaced, scratchProject, type ScratchProject } from './scratch-project.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** As in a container that allows no namespaces: bubblewrap is there and ends at once. */
const WITHOUT_BUBBLEWRAP: readonly [string, ...string[]] = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount --bind /bin/false "$(command -v bwrap)" && exec bash "$0"',
];
const SCHEMA = 'gradescope-results';
const SCIENCE = join(ROOT, '.mlflow', 'python-science');

let project: ScratchProject;
/** What is `/autograder` on Gradescope, after setup.sh. */
let autograder: string;
/** The Python of scripts and notebooks, where another user can run it; null where none can. */
let forOthers: string | null;

beforeAll(async () => {
  project = await scratchProject();
  // As /autograder is on Gradescope.
  await chmod(project.folder, 0o711);
  autograder = join(project.folder, 'autograder');
  const words = ['package', 'gradescope', '--exercises=01,05', '--out=autograder.zip', '--lang=en'];
  const packed = await project.run(words);
  if (packed.status !== 0) throw new Error(packed.stderr);
  await mkdir(join(autograder, 'source'), { recursive: true });
  const zip = join(project.folder, 'autograder.zip');
  const unzip = spawn('python3', ['-m', 'zipfile', '-e', zip, join(autograder, 'source')]);
  const [code] = await once(unzip, 'exit');
  if (code !== 0) throw new Error('the ZIP cannot be read');
  const workshop = join(autograder, 'source', 'workshop');
  await symlink(join(ROOT, 'node_modules'), join(workshop, 'node_modules'));
  await mkdir(join(workshop, '.mlflow'));
  await symlink(join(ROOT, '.mlflow', 'python'), join(workshop, '.mlflow', 'python'));
  await runPythonOf(SCIENCE);
  forOthers = environmentForOthers(SCIENCE, join(project.folder, 'python-science'));
});
afterAll(async () => await project[Symbol.asyncDispose]());

beforeEach(async () => {
  for (const name of ['submission', 'results']) {
    await rm(join(autograder, name), { recursive: true, force: true });
    await mkdir(join(autograder, name));
  }
});

test('the package has what Gradescope calls at its root, and neither answers nor tests', async () => {
  const source = join(autograder, 'source');
  expect((await readdir(source)).toSorted()).toEqual(['run_autograder', 'setup.sh', 'workshop']);
  const workshop = await readdir(join(source, 'workshop'));
  expect(workshop).not.toEqual(expect.arrayContaining(['solutions']));
  expect(workshop.filter((name) => /^(tests|bench|exercises|\.git)$/.test(name))).toEqual([]);
  expect(await readdir(join(source, 'workshop', 'graders'))).not.toContain('wrong-answers');
});

test('a right and a wrong submission get their marks in Gradescope’s form', async () => {
  await hand({ '01-first-run.ts': quickAnswer() });
  const right = await runAutograder();
  expect(right.status, right.stdout).toBe(0);
  expect(refusals(SCHEMA, right.results)).toEqual([]);
  const full = right.results['score'];
  expect(full).toBeGreaterThan(0);

  await hand({ '01-first-run.ts': replaced(quickAnswer(), 'n_estimators', 'n_estimator') });
  const wrong = await runAutograder();
  expect(wrong.status, wrong.stdout).toBe(0);
  expect(refusals(SCHEMA, wrong.results)).toEqual([]);
  expect(wrong.results['score']).toBeLessThan(Number(full));
  expect(JSON.stringify(wrong.results)).toContain('you logged \\"n_estimator\\"');
});

test('nothing that can be graded is a zero that says why', async () => {
  await hand({ 'notes.txt': 'I did not manage' });
  const { status, results } = await runAutograder();
  expect(status).toBe(0);
  expect(results).toMatchObject({ score: 0, output: expect.stringMatching(/\w/) });
});

test.runIf(otherUsersReach(process.execPath))(
  'without bubblewrap a submission runs as another user, which is said to the instructor alone',
  async () => {
    await hand({
      '01-first-run.ts': replaced(
        quickAnswer(),
        'async function ({ mlflow }: Workshop) {',
        'async function ({ mlflow }: Workshop) { console.log(`user ${process.getuid?.()}`);',
      ),
    });
    const { status, results, stdout } = await runAutograder({}, WITHOUT_BUBBLEWRAP);
    expect(status, stdout).toBe(0);
    expect(stdout).toContain('bubblewrap does not work in this container');
    expect(stdout).toContain('WARNING: --sandbox=user');
    expect(results).toMatchObject({ extra_data: { sandbox: 'user' } });
    expect(results['output']).not.toContain('sandbox');
    expect(results['score']).toBeGreaterThan(0);
  },
);

/** The reference solutions of 01 and 05 as one notebook. @param first its first cell */
async function notebook(first = ''): Promise<string> {
  const parts = ['01_first_run', '05_scaler'].map(
    async (name) => await readFile(join(ROOT, 'solutions', 'python', `${name}.py`), 'utf8'),
  );
  const sources = [first, ...(await Promise.all(parts))];
  const cells = sources.map((source, index) => ({
    cell_type: 'code',
    id: `c${index}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source,
  }));
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
}

test('a notebook gets its mark, and a mistake in it the same words as elsewhere', async () => {
  await hand({ 'tp.ipynb': await notebook() });
  const right = await runAutograder();
  expect(right.status, right.stdout).toBe(0);
  expect(refusals(SCHEMA, right.results)).toEqual([]);
  expect(right.results['score'], JSON.stringify(right.results)).toBe(possible(right.results));

  const wrong = replaced(await notebook(), 'requires_scaling', 'requires-scaling');
  await hand({ 'tp.ipynb': wrong });
  const less = await runAutograder();
  expect(less.results['score']).toBeLessThan(possible(right.results));
  expect(JSON.stringify(less.results)).toContain('requires-scaling');
}, 300_000);

test.runIf(otherUsersReach(process.execPath))(
  'without bubblewrap a notebook and its models run as other users',
  async ({ skip, onTestFinished }) => {
    if (forOthers === null) return skip('only root runs Python here');
    await runPythonOf(forOthers);
    onTestFinished(async () => await runPythonOf(SCIENCE));
    await hand({ 'tp.ipynb': await notebook('import os\nassert os.getuid() > 65000') });
    const { status, results, stdout } = await runAutograder({}, WITHOUT_BUBBLEWRAP);
    expect(status, stdout).toBe(0);
    expect(results).toMatchObject({ extra_data: { sandbox: 'user' } });
    expect(results['score'], JSON.stringify(results)).toBe(possible(results));
  },
  300_000,
);

test('trouble of the grader leaves a message and no score', async () => {
  await hand({ '01-first-run.ts': quickAnswer() });
  const { status, results } = await runAutograder({ MLFLOW_TRACKING_URI: '', TMPDIR: '/nowhere' });
  expect(status).toBe(1);
  expect(results).toEqual({ output: expect.stringContaining('could not mark this submission') });
  expect(refusals(SCHEMA, results)).not.toEqual([]);

  const graders = join(autograder, 'source', 'workshop', 'src', 'cli', 'gradescope', 'main.ts');
  const source = await readFile(graders, 'utf8');
  await writeFile(graders, 'process.exit(7);');
  const crashed = await runAutograder();
  await writeFile(graders, source);
  expect(crashed.status).toBe(1);
  expect(crashed.results).toEqual({ output: expect.stringContaining('exit status 7') });
});

/** Whether we are root, and this checkout is where another user can run its Node. */
function otherUsersReach(node: string): boolean {
  const words = ['--reuid=65199', '--regid=65199', '--clear-groups', node, '--version'];
  return process.getuid?.() === 0 && spawnSync('setpriv', words).status === 0;
}

async function runPythonOf(environment: string): Promise<void> {
  const place = join(autograder, 'source', 'workshop', '.mlflow', 'python-science');
  await rm(place, { force: true });
  await symlink(environment, place);
}

/** What a results.json gives at most. */
function possible({ tests }: Readonly<Record<string, unknown>>): number {
  if (!Array.isArray(tests)) return NaN;
  return tests.reduce((sum: number, each: { max_score: number }) => sum + each.max_score, 0);
}

async function hand(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files))
    await writeFile(join(autograder, 'submission', name), content);
}

async function runAutograder(
  env: Readonly<Record<string, string>> = {},
  [program, ...args]: readonly [string, ...string[]] = ['bash'],
) {
  const child = spawn(program, [...args, join(autograder, 'source', 'run_autograder')], {
    cwd: autograder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      AUTOGRADER_ROOT: autograder,
      ...env,
    },
  });
  const ended = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await ended;
  const written = await readFile(join(autograder, 'results', 'results.json'), 'utf8');
  const results: Record<string, unknown> = JSON.parse(written);
  return { status: Number(status), stdout: stdout + stderr, results };
}
