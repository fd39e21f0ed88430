import { expect, test } from 'vitest';
import { listWorkspaces } from '../../src/server/index.ts';
import { readServerState, uriOf } from '../../src/server/server-state.ts';
import { classFolder, quickAnswer, readResults } from './class-folder.ts';
import { cuttingProxy } from './cutting-proxy.ts';
import { replaced, scratchProject, type ScratchProject } from './scratch-project.ts';

const RIGHT = quickAnswer();
const CLASS = {
  'Marie/01-first-run.ts': RIGHT,
  'Paul/01-first-run.ts': replaced(RIGHT, 'max_depth: 10', 'max_depth: 11'),
  'Zoé/01-first-run.ts': RIGHT,
};

test.for([
  ['the gateway’s, in a submission’s request', /POST \S+\/runs\/log-batch /],
  ['the grader’s, in its own', /POST \S+\/runs\/search /],
  ['in the making of a workspace', /POST \S+\/mlflow\/workspaces /],
] as const)(
  'two dropped connections cost no mark: %s',
  { timeout: 300_000 },
  async ([, request]) => {
    await using project = await scratchProject();
    const server = await ownServer(project);
    await using proxy = await cuttingProxy(server.uri, request, 2);
    const { status, stderr } = await gradeAt(project, proxy.uri);
    expect(proxy.cuts()).toBe(2);
    expect(status, stderr).toBe(0);
    const { submissions } = await readResults(project);
    expect(submissions.map(({ points }) => points)).toEqual([7, 6, 7]);
    // Attempts that came to nothing leave nothing on a server that is not the out folder's own.
    const kept = submissions.flatMap(({ workspace }) => workspace ?? []);
    expect(new Set(await listWorkspaces(server))).toEqual(new Set([...kept, 'default']));
  },
);

test('connections that are dropped for ever are trouble of ours, and no mark', async () => {
  await using project = await scratchProject();
  const server = await ownServer(project);
  await using proxy = await cuttingProxy(server.uri, /POST \S+\/runs\/log-batch /, Infinity);
  const { status, stdout } = await gradeAt(project, proxy.uri);
  expect(status).toBe(2);
  expect(stdout).toContain('0 of 3 submissions have a verdict');
  expect(stdout.match(/–\/?\S* {2}\S+ +No mark: /g)).toHaveLength(3);
  expect(stdout.match(/Trying again/g)).toHaveLength(6);
  expect(await listWorkspaces(server)).toEqual(['default']);

  const again = await gradeAt(project, server.uri);
  expect(again.status, again.stderr).toBe(0);
  const { submissions } = await readResults(project);
  expect(submissions.map(({ points }) => points)).toEqual([7, 6, 7]);
}, 300_000);

async function ownServer(project: ScratchProject): Promise<{ readonly uri: string }> {
  await project.run(['mlflow', 'start']);
  const state = await readServerState(`${project.folder}/.mlflow`);
  if (state === undefined) throw new Error('no MLflow');
  return { uri: uriOf(state) };
}

async function gradeAt(project: ScratchProject, uri: string) {
  const handedIn = await classFolder(project, CLASS);
  const words = ['grade', handedIn, '--exercises=01', '--out=out'];
  return await project.run(words, { MLFLOW_TRACKING_URI: uri, WORKSHOP_MLFLOW: '' });
}
