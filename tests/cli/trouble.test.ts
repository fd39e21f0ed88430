import { mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readServerState } from '../../src/server/server-state.ts';
import { isAlive } from '../../src/server/stop-process.ts';
import { canMount, smallDisk } from './small-disk.ts';
import { replaced, scratchProject, solutionOf, type ScratchProject } from './scratch-project.ts';

let project: ScratchProject;

beforeEach(async () => {
  project = await scratchProject();
});
afterEach(async () => await project[Symbol.asyncDispose]());

const EXERCISE = 'exercises/07-gradient-boosting.ts';
/** Runs, and leaves nothing in MLflow. */
const stub = 'export default async function nothing() {}\n';

test('without Python one sentence says what to install', async () => {
  await using bare = await scratchProject({ python: false });
  const programs = join(bare.folder, 'programs');
  await mkdir(programs);
  await symlink(process.execPath, join(programs, 'node'));
  expect(await bare.run(['test'], { PATH: programs })).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'Creating the Python environment…\n' +
      'Python 3.10 to 3.14 is needed, and no Python was found. Install it, or start Docker.\n',
  });
  const french = await bare.run(['test'], { PATH: programs, LANG: 'fr_FR.UTF-8' });
  expect(french.stderr).toBe(
    'Création de l’environnement Python…\n' +
      'Il faut Python 3.10 à 3.14, et aucun Python n’a été trouvé. Installez-le, ou démarrez Docker.\n',
  );
  const { status, stderr } = await bare.run(['doctor'], { PATH: programs });
  expect(status).toBe(2);
  expect(stderr).toContain('Python 3.10 to 3.14 is needed');
});

test('without a network while installing one sentence says so', async () => {
  await using bare = await scratchProject({ python: false });
  const offline = {
    PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
    PIP_CONFIG_FILE: '/dev/null',
    PIP_NO_CACHE_DIR: '1',
  };
  const { status, stdout, stderr } = await bare.run(['test', '01'], offline);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n').at(-1)).toBe(
    `No network to install Python packages. Connect and run again; details in ${bare.folder}/.mlflow/python-install.log.`,
  );
});

test('a model server that cannot be installed is our trouble, not a mistake of exercise 11', async () => {
  await project.run(['mlflow', 'start']);
  const { port } = await stateOf(project);
  await using bare = await scratchProject({ python: false });
  const ran = JSON.stringify(join(bare.folder, 'ran'));
  const solution = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${ran}, '');\n`;
  await bare.write('exercises/11-serving.ts', solution + (await solutionOf('11-serving')));
  const { status, stdout, stderr } = await bare.run(['test', '11'], {
    WORKSHOP_MLFLOW: '',
    MLFLOW_TRACKING_URI: `http://127.0.0.1:${port}`,
    PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
    PIP_CONFIG_FILE: '/dev/null',
    PIP_NO_CACHE_DIR: '1',
  });
  expect(status).toBe(2);
  expect(stdout).not.toContain('✗');
  expect(stderr).toMatch(
    /^Creating the Python environment…\n(.*\n)*No network to install Python packages\. .*\n$/,
  );
  // What is missing is installed first, so that it takes nothing of the submission's time.
  expect(await readdir(bare.folder)).not.toContain('ran');
});

test('deleting .mlflow while its server runs costs a new start and one sentence', async () => {
  const state = join(project.folder, '.mlflow');
  await project.write(EXERCISE, await solutionOf('07-gradient-boosting'));
  await project.run(['test', '07']);
  const { pid } = await stateOf(project);
  const python = await readlink(join(state, 'python'));
  await rm(state, { recursive: true });
  await mkdir(state);
  // Installing it again, which is tested elsewhere, takes minutes.
  await symlink(python, join(state, 'python'));
  await project.write(EXERCISE, stub);
  const { status, stdout, stderr } = await project.run(['test', '07']);
  expect(stderr).toBe('Starting MLflow…\n');
  // Nothing of before: the student's run of that name would be an earlier one.
  expect(stdout).toContain('No run was created');
  expect(status).toBe(1);
  expect((await stateOf(project)).pid).not.toBe(pid);
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
});

test('a port that was taken meanwhile is left to its owner', async () => {
  await project.run(['mlflow', 'start']);
  await project.run(['mlflow', 'stop']);
  const { port } = await stateOf(project);
  await using squatter = await squat(port);
  await project.write(EXERCISE, await solutionOf('07-gradient-boosting'));
  const { status, stdout } = await project.run(['test', '07']);
  expect(stdout).toContain('17/17');
  expect(status).toBe(0);
  expect((await stateOf(project)).port).not.toBe(squatter.port);
});

/** The solution, which waits in the middle until the file `go` is there. */
async function waitingSolution(): Promise<string> {
  const solution = await solutionOf('07-gradient-boosting');
  const here = JSON.stringify(`${project.folder}/`);
  const model = 'const model = new';
  return replaced(
    `import { existsSync, writeFileSync } from 'node:fs';\n${solution}`,
    model,
    `writeFileSync(${here} + 'waiting', '');
    while (!existsSync(${here} + 'go')) await new Promise((later) => setTimeout(later, 20));
    ${model}`,
  );
}

test('an MLflow that dies in mid-grade is started again, and nothing is marked wrong', async () => {
  await project.write(EXERCISE, await waitingSolution());
  const { ended } = project.start(['test', '07']);
  await project.appears('waiting');
  const { pid } = await stateOf(project);
  process.kill(pid, 'SIGKILL');
  await project.write('go', '');
  const { status, stdout } = await ended;
  expect(stdout).toContain(
    'MLflow stopped: it is started again, then 07-gradient-boosting is taken up anew.',
  );
  expect(stdout).toContain('✓ 07-gradient-boosting  Log a gradient boosting  17/17  passed');
  expect(stdout).not.toContain('✗');
  expect(status).toBe(0);
  expect((await stateOf(project)).pid).not.toBe(pid);
});

test('an MLflow that dies and whose port is taken is said, and nothing is marked', async () => {
  await project.write(EXERCISE, await waitingSolution());
  const { ended } = project.start(['test', '07']);
  await project.appears('waiting');
  const { pid, port } = await stateOf(project);
  process.kill(pid, 'SIGKILL');
  await using squatter = await squat(port);
  await project.write('go', '');
  const { status, stdout, stderr } = await ended;
  expect(status).toBe(2);
  expect(stdout).not.toContain('✗');
  expect(stderr.trim().split('\n').at(-1)).toBe(
    `Port ${squatter.port} is used by another program: stop it, or run again for another port.`,
  );
});

const mounts = await canMount();

test.skipIf(!mounts)(
  'a disk that is full for artifacts is our trouble (needs root, to mount a small disk)',
  async () => {
    await using disk = await smallDisk(join(project.folder, '.mlflow', 'data', 'artifacts'), '64k');
    await project.write(EXERCISE, await solutionOf('07-gradient-boosting'));
    const { status, stdout, stderr } = await project.run(['test', '07']);
    expect(status).toBe(2);
    expect(stdout).not.toContain('✗');
    expect(stderr.trim().split('\n').at(-1)).toBe(
      'The disk is full: free some space and run again. Nothing was marked.',
    );
    // What was uploaded for comparison is gone.
    expect((await readdir(disk.folder, { recursive: true })).join()).not.toContain('.probe');
    await project.run(['mlflow', 'stop']);
  },
);

test.skipIf(!mounts)(
  'a disk that is full for the database is our trouble (needs root, to mount a small disk)',
  async () => {
    await using disk = await smallDisk(join(project.folder, '.mlflow', 'data'), '3m');
    await project.run(['mlflow', 'start']);
    await disk.fill();
    await project.write(EXERCISE, await solutionOf('07-gradient-boosting'));
    const { status, stdout, stderr } = await project.run(['test', '07']);
    expect(status).toBe(2);
    expect(stdout).not.toContain('✗');
    expect(stderr).toBe('The disk is full: free some space and run again. Nothing was marked.\n');
    await project.run(['mlflow', 'stop']);
  },
);

test('an upload that MLflow cannot take because of its name stays the mistake of the file', async () => {
  const solution = await solutionOf('07-gradient-boosting');
  const model = `await mlflow.onnx.logModel(model, { name: 'model' });`;
  await project.write(
    EXERCISE,
    replaced(solution, model, `${model}\n    await mlflow.logText('x', 'n'.repeat(300));`),
  );
  const { status, stdout } = await project.run(['test', '07']);
  expect(stdout).toMatch(/Your file threw an error, line \d+: PUT .* answered 500/);
  expect(status).toBe(1);
});

async function stateOf({ folder }: ScratchProject) {
  const state = await readServerState(join(folder, '.mlflow'));
  if (state === undefined) throw new Error('no MLflow was started');
  return state;
}

/** Another program on a port: it takes connections and hangs up. */
async function squat(port: number): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((socket) => socket.destroy());
  const listen = async () =>
    await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
  // A process that was just killed holds its port for a moment.
  for (let waitedMs = 0; !(await listen()); waitedMs += 20) {
    if (waitedMs > 5000) throw new Error(`port ${port} is not free after 5 s`);
    await pause(20);
  }
  return {
    port,
    [Symbol.asyncDispose]: async () =>
      await new Promise((resolve) => server.close(() => resolve())),
  };
}
