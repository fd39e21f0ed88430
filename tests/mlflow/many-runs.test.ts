import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import grader from '../../graders/01-first-run.ts';
import { startGateway } from '../../src/gateway/gateway.ts';
import { grade } from '../../src/grade.ts';
import { notesOf } from '../../src/report/trouble.ts';
import { startChild } from '../../src/run/run-submission.ts';
import { createWorkspace } from '../../src/server/workspaces.ts';
import { loadWorkshopData } from '../../src/workshop/index.ts';

const root = new URL('../../', import.meta.url);
const csv = new URL('data/customer_data.csv', root);
const data = loadWorkshopData(await readFile(csv, 'utf8'));
const env = { PATH: process.env['PATH'] ?? '' };

/** The reference solution, and then so many runs of other names. */
async function solutionAndRuns(count: number): Promise<string> {
  const solution = await readFile(new URL('solutions/01-first-run.ts', root), 'utf8');
  const renamed = solution.replace('export default async function', 'async function solution');
  expect(renamed).not.toBe(solution);
  return `${renamed.replace(/solution \w+\(/, 'solution(')}
export default async function many(workshop) {
  await solution(workshop);
  const { client } = workshop.mlflow;
  const { experimentId } = await client.getExperimentByName('workshop-churn-learning');
  for (let i = 0; i < ${count}; i += 10) {
    const ten = Array.from({ length: 10 }, (_, j) => 'essai-' + (i + j));
    await Promise.all(ten.map((runName) => client.createRun(experimentId, { runName })));
  }
}
`;
}

test('of 300 runs the one that is asked for is found, and MLflow is not asked for all at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'many-'));
  const file = join(folder, '01-first-run.ts');
  await writeFile(file, await solutionAndRuns(300));
  const workspace = `many-${randomBytes(6).toString('hex')}`;
  const trackingUri = inject('trackingUri');
  await createWorkspace({ uri: trackingUri }, workspace);
  // Our own requests pass here, too.
  await using watched = await startGateway({ target: trackingUri, workspace });
  let observedFrom = 0;
  const { snapshot, verdict } = await grade(grader, file, {
    trackingUri: watched.uri,
    workspace,
    data: async () => data,
    userName: 'student',
    env,
    startChild: () => startChild({ memoryMb: 1024, csv: csv.pathname, env }),
    python: async () => '',
    onStage: (stage) => {
      if (stage === 'observe') observedFrom = watched.requests.length;
    },
  });
  await rm(folder, { recursive: true });
  expect(verdict).toMatchObject({ outcome: 'graded', passed: true });
  expect(snapshot.runs).toHaveLength(200);
  expect(notesOf(snapshot)).toEqual([
    { key: 'note.many-runs', values: { created: 301, seen: 200 } },
  ]);
  const observing = watched.requests.slice(observedFrom);
  expect(observing.length).toBeGreaterThan(200);
  expect(mostAtOnce(observing)).toBeLessThanOrEqual(10);
});

/** The most requests that were under way at the same instant. */
function mostAtOnce(requests: readonly { at: number; durationMs: number }[]): number {
  const changes = requests
    .flatMap(({ at, durationMs }) => [
      { at, by: 1 },
      { at: at + durationMs, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.by - b.by);
  let [now, most] = [0, 0];
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
