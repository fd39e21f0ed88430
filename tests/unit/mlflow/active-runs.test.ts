import { expect, test } from 'vitest';
import { ActiveRuns } from '../../../src/mlflow/active-runs.ts';
import type { Run } from '../../../src/mlflow/index.ts';

function runNamed(runId: string): Run {
  return {
    info: {
      runId,
      runName: runId,
      experimentId: '0',
      status: 'RUNNING',
      lifecycleStage: 'active',
      startTime: 0,
      endTime: null,
      artifactUri: '',
      userId: '',
    },
    data: { params: {}, metrics: {}, tags: {} },
    inputs: { modelInputs: [] },
    outputs: { modelOutputs: [] },
  };
}

test('bodies that run at the same time see their own run', async () => {
  const runs = new ActiveRuns();
  const seen = await Promise.all(
    ['a', 'b', 'c'].map(
      async (id) =>
        await runs.within(runNamed(id), async () => {
          await Promise.resolve();
          return runs.current()?.info.runId;
        }),
    ),
  );
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(runs.current()).toBeNull();
});

test('two calls at once that find no run start one', async () => {
  const runs = new ActiveRuns();
  let started = 0;
  const start = async () => {
    started += 1;
    await Promise.resolve();
    const run = runNamed(`r${started}`);
    runs.push(run);
    return run;
  };
  const both = await Promise.all([runs.currentOr(start), runs.currentOr(start)]);
  expect(both.map((run) => run.info.runId)).toEqual(['r1', 'r1']);
});

test('a metric belongs to the models of its step', () => {
  const runs = new ActiveRuns();
  const run = runNamed('a');
  runs.noteOutput('a', { modelId: 'm-1', step: 0 });
  runs.noteOutput('a', { modelId: 'm-2', step: 5 });
  expect([runs.modelIdsAt(run, 0), runs.modelIdsAt(run, 1)]).toEqual([['m-1'], []]);
});
