import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Ajv } from 'ajv';
import type { RequestFact } from '../../src/judge/snapshot.ts';
import type { ArtifactFolder, Mlflow } from '../../src/mlflow/index.ts';
import { explain, openClassSetting, type ClassSetting } from './class-setting.ts';

const isFacts = new Ajv().compile<Record<string, unknown>>({ type: 'object' });

let setting: ClassSetting;
beforeAll(async () => {
  setting = await openClassSetting();
}, 120_000);
afterAll(async () => await setting[Symbol.asyncDispose]());

test('whether a process is forked or started, nothing in it or in MLflow can tell', async () => {
  const [forked, other, started] = await Promise.all([probe(false), probe(false), probe(true)]);
  expect(forked.state).toEqual(started.state);
  // Nothing of another's work: no connection, no thread, no figure.
  expect(forked.state).toMatchObject({
    descriptors: { 0: true, 1: true, 2: true, 4: true },
    tasks: 1,
    threads: ['MainThread'],
    children: 0,
    figures: [],
  });
  expect(forked.left).toEqual(started.left);
  expect(forked.models).toEqual(started.models);
  expect(forked.requests).toEqual(started.requests);
  // Fresh random state: no two draw the same.
  for (const [kind, drawn] of Object.entries(forked.drawn)) {
    expect(new Set([drawn, other.drawn[kind], started.drawn[kind]]), kind).toHaveLength(3);
  }
});

async function probe(fresh: boolean) {
  const source = await readFile(new URL('fixtures/probe.py', import.meta.url), 'utf8');
  const left: object[] = [];
  const graded = await setting.grade({
    source,
    exercises: ['01'],
    fresh,
    look: async (mlflow) => {
      left.push(...(await everythingIn(mlflow)));
    },
  });
  const [one] = graded.values();
  if (one === undefined) throw new Error('nothing was graded');
  const { snapshot } = one;
  expect(snapshot.execution, explain(one)).toMatchObject({ outcome: 'completed', error: null });
  return {
    state: said(snapshot.execution.output, 'STATE'),
    drawn: said(snapshot.execution.output, 'DRAWN'),
    left,
    models: snapshot.runs.flatMap(({ models }) =>
      models.map(({ name, flavors, trees, problem }) => ({ name, flavors, trees, problem })),
    ),
    // The files of a model are sent side by side.
    requests: snapshot.requests.map(shapeOf).toSorted(),
  };
}

function said(output: string, what: string): Record<string, unknown> {
  const [, json = ''] = new RegExp(`^${what} (.*)$`, 'm').exec(output) ?? [];
  const facts: unknown = JSON.parse(json);
  if (!isFacts(facts)) throw new Error(`no ${what}`);
  return facts;
}

/** What MLflow holds of every run, its own tags included, without ids and times. */
async function everythingIn(mlflow: Mlflow): Promise<object[]> {
  const runs = await mlflow.searchRuns({ experimentNames: ['forked'] });
  return await Promise.all(
    runs.map(async ({ info, data, outputs }) => ({
      name: info.runName,
      status: info.status,
      params: data.params,
      metrics: data.metrics,
      tags: data.tags['mlflow.parentRunId']
        ? { ...data.tags, 'mlflow.parentRunId': 'of the outer one' }
        : data.tags,
      files: await filesIn(mlflow.client.folderAt(info.artifactUri)),
      models: await Promise.all(
        outputs.modelOutputs.map(async ({ modelId }) => {
          const model = await mlflow.client.getLoggedModel(modelId);
          const { mlmodel } = await mlflow.readModel(model.artifactLocation);
          return {
            name: model.name,
            status: model.status,
            flavors: mlmodel.flavors,
            files: await filesIn(mlflow.client.folderAt(model.artifactLocation)),
          };
        }),
      ),
    })),
  );
}

/** Every file, with a digest of those that hold no id and no time. */
async function filesIn(folder: ArtifactFolder, path?: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const file of await folder.list(path)) {
    if (file.isDir) Object.assign(files, await filesIn(folder, file.path));
    else {
      const content = /MLmodel|\.skops$|\.metadata/.test(file.path)
        ? ''
        : await folder.read(file.path);
      files[file.path] = createHash('sha256').update(content).digest('hex');
    }
  }
  return files;
}

/** The call without ids, with the keys that it wrote. */
function shapeOf({ method, path, status, origin, wrote }: RequestFact): string {
  const call = decodeURIComponent(path)
    .replaceAll(/workspaces\/[^/]+\/\d+/g, 'workspace')
    .replaceAll(/[0-9a-f]{32}|experiment_id=\d+/g, '*');
  return JSON.stringify([method, call, status, origin, { ...wrote, runId: '*' }]);
}
