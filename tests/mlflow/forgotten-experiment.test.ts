import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import grader from '../../graders/01-first-run.ts';
import { startGateway } from '../../src/gateway/gateway.ts';
import { grade } from '../../src/grade.ts';
import { createMlflow } from '../../src/mlflow/index.ts';
import { startChild } from '../../src/run/run-submission.ts';
import { pythonEnv } from '../../src/server/index.ts';
import { createWorkspace } from '../../src/server/workspaces.ts';
import { loadWorkshopData } from '../../src/workshop/index.ts';

const root = new URL('../../', import.meta.url);
const csv = new URL('data/customer_data.csv', root);
const data = loadWorkshopData(await readFile(csv, 'utf8'));
const env = { PATH: process.env['PATH'] ?? '' };
const trackingUri = inject('trackingUri');

async function freshWorkspace(): Promise<string> {
  const name = `forgot-${randomBytes(6).toString('hex')}`;
  await createWorkspace({ uri: trackingUri }, name);
  return name;
}

test('a submission that forgets setExperiment has its run taken, and is told where it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forgot-'));
  const file = join(folder, '01-first-run.ts');
  const solution = await readFile(new URL('solutions/01-first-run.ts', root), 'utf8');
  const forgetful = solution.replace(/^.*setExperiment.*\n/m, '');
  expect(forgetful).not.toBe(solution);
  await writeFile(file, forgetful);
  const workspace = await freshWorkspace();
  const { snapshot, verdict } = await grade(grader, file, {
    trackingUri,
    workspace,
    data: async () => data,
    userName: 'student',
    env,
    startChild: () => startChild({ memoryMb: 1024, csv: csv.pathname, env }),
    python: async () => '',
  });
  await rm(folder, { recursive: true });
  expect(snapshot.execution).toMatchObject({ outcome: 'completed', error: null });
  expect(snapshot.runs).toMatchObject([{ experimentName: 'Default', status: 'FINISHED' }]);
  expect(verdict.passed).toBe(false);
  const [run] = verdict.checks;
  expect(run?.failure?.message).toEqual({
    key: 'run.elsewhere',
    values: {
      name: 'mon-premier-run-mlflow',
      experiment: 'Default',
      expected: 'workshop-churn-learning',
    },
  });
});

test('both clients use a workspace through its gateway as they use a plain server', async () => {
  const workspace = await freshWorkspace();
  await using gateway = await startGateway({ target: trackingUri, workspace });
  const mlflow = createMlflow({ trackingUri: gateway.uri });
  const { info } = await mlflow.startRun({ runName: 'typescript' }, (run) => run);
  expect((await mlflow.getExperiment('0')).experimentId).toBe(info.experimentId);
  const program = `
import mlflow
with mlflow.start_run(run_name="python"):
    mlflow.log_metric("accuracy", 0.8)
print(*sorted(run.info.run_name for run in mlflow.search_runs(output_format="list")))
print(mlflow.get_experiment("0").name)`;
  const { stdout } = await promisify(execFile)(inject('python'), ['-c', program], {
    env: { ...pythonEnv(inject('python'), process.env), MLFLOW_TRACKING_URI: gateway.uri },
  });
  expect(stdout).toContain('python typescript\nDefault\n');
});
